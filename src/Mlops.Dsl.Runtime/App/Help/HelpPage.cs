using System.CommandLine;
using System.CommandLine.Parsing;
using Mlops.Dsl.Runtime.App.Commands;

namespace Mlops.Dsl.Runtime.App.Help;

/// <summary>The help of a command: what it does, how it is called, what it takes, and examples.</summary>
internal static class HelpPage
{
    /// <summary>Writes the page to the console's output.</summary>
    public static void Write(CommandResult result, AppEnvironment app)
    {
        var command = result.Command;
        var path = PathOf(result);
        var page = new HelpWriter(app.Console);
        page.Paragraph(command.Description ?? "");
        if ((command as VerbCommand)?.Remarks is { } remarks)
        {
            page.Paragraph(remarks);
        }

        page.Heading("Usage");
        page.Line($"{app.CommandName}{path} {Usage(command)}".TrimEnd());
        WriteCommands(page, command);
        page.Section(
            "Arguments",
            command
                .Arguments.Where(static argument => !argument.Hidden)
                .Select(static argument => ($"<{argument.Name}>", argument.Description ?? ""))
        );
        (command as VerbCommand)?.Parameters?.WriteHelp(page);
        WriteOptions(page, result);
        WriteExamples(page, command, app, path);
    }

    private static void WriteCommands(HelpWriter page, Command command)
    {
        var heading =
            command is RootCommand ? "Verbs"
            : command is VerbCommand { TakesPipeline: true } ? "Pipelines"
            : "Commands";
        page.Section(
            heading,
            command.Subcommands.Where(static child => !child.Hidden).Select(static child => (child.Name, child.Description ?? ""))
        );
    }

    private static void WriteOptions(HelpWriter page, CommandResult result)
    {
        var parameters = (result.Command as VerbCommand)?.Parameters;
        var options = new List<Option>();
        for (SymbolResult? level = result; level is not null; level = level.Parent)
        {
            if (level is CommandResult { Command: var command })
            {
                options.AddRange(
                    command.Options.Where(option =>
                        !option.Hidden && (level == result || option.Recursive) && parameters?.Has(option) != true
                    )
                );
            }
        }

        page.Section("Options", options.Select(static option => (HelpWriter.Label(option), option.Description ?? "")));
    }

    private static void WriteExamples(HelpWriter page, Command command, AppEnvironment app, string path)
    {
        var examples = command is VerbCommand verb ? verb.Examples : RootExamples;
        page.Section("Examples", examples.Select(example => ($"{app.CommandName}{path} {example.Arguments}".TrimEnd(), example.Meaning)));
        if (command is RootCommand)
        {
            page.Blank();
            page.Line($"Help of a verb, and of a pipeline's parameters: {app.CommandName} run --help");
        }
    }

    private static IReadOnlyList<Example> RootExamples { get; } =
    [
        new("run", "run the pipeline; run it again and nothing is done twice"),
        new("run --help", "the parameters, with their ranges and defaults"),
        new("graph", "draw the stages"),
        new("show latest", "what the latest run did"),
    ];

    private static string PathOf(CommandResult result)
    {
        var path = "";
        for (SymbolResult? level = result; level is CommandResult { Command: not RootCommand } named; level = level.Parent)
        {
            path = $" {named.Command.Name}{path}";
        }

        return path;
    }

    private static string Usage(Command command)
    {
        var children =
            command is RootCommand ? "<verb> "
            : command is VerbCommand { TakesPipeline: true }
                ? command.Arguments.Count > 0 || command.Action is null || (command as VerbCommand)?.Parameters is not null ? ""
                    : "<pipeline> "
            : command.Subcommands.Count > 0 ? "<command> "
            : "";
        var arguments = string.Concat(
            command.Arguments.Select(static argument =>
                argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>] " : $"<{argument.Name}> "
            )
        );
        var parameters = (command as VerbCommand)?.Parameters is { Count: > 0 } ? "[parameters] " : "";
        return $"{children}{arguments}{parameters}[options]";
    }
}
