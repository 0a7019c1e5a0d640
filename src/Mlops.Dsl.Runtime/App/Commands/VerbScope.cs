using System.CommandLine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>What building a verb's command may use: the program, its arguments, and the options that every verb has.</summary>
internal sealed class VerbScope(AppEnvironment app, IReadOnlyList<string> args)
{
    public AppEnvironment App => app;

    public AppConsole Console => app.Console;

    /// <summary>The option <c>--store</c>.</summary>
    public Option<string> Store { get; } =
        new("--store")
        {
            Description = "The folder that keeps runs and artifacts. Default: the environment variable MLOPS_STORE, else .mlops",
            HelpName = "folder",
            Recursive = true,
        };

    /// <summary>The option <c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print data as JSON, for programs", Recursive = true };

    /// <summary>Whether anything may be asked for, because the shell wants completions.</summary>
    private bool IsCompletion => args.Count > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);

    /// <summary>Whether the arguments may name the symbol, so that it has to be built.</summary>
    public bool Mentions(string name) => IsCompletion || args.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether <c>--json</c> was given.</summary>
    public bool IsJson(ParseResult parse) => parse.GetValue(Json);

    /// <summary>The folder of the store.</summary>
    public string StorePath(ParseResult parse) => app.ResolveStore(parse.GetValue(Store));

    /// <summary>
    /// Makes a verb that works on one pipeline: its name is a subcommand, which may be left out where the program has only one.
    /// </summary>
    /// <param name="command">The verb's command.</param>
    /// <param name="build">Adds arguments, options and action for a pipeline.</param>
    public void ForPipeline(VerbCommand command, Action<VerbCommand, PipelineDefinition> build)
    {
        command.TakesPipeline = true;
        if (app.PipelineNames is [var only])
        {
            var definition = app.GetPipeline(only);
            build(command, definition);
            if (Mentions(only))
            {
                command.Add(Alias(command, definition));
            }

            return;
        }

        foreach (var name in app.PipelineNames)
        {
            var pipeline = new VerbCommand(name, $"{command.Description} (pipeline '{name}')") { Examples = command.Examples };
            if (Mentions(name))
            {
                build(pipeline, app.GetPipeline(name));
            }

            command.Add(pipeline);
        }

        command.SetAction(_ => AskForPipeline(command.Name));
    }

    private int AskForPipeline(string verb) =>
        throw new UsageException(
            app.PipelineNames.Count == 0
                ? "this program has no pipelines: declare one with [Pipeline] on a partial class"
                : $"'{verb}' needs the name of a pipeline: {string.Join(", ", app.PipelineNames)}"
        );

    /// <summary>The only pipeline's name as a subcommand that takes what the verb itself takes.</summary>
    private static VerbCommand Alias(VerbCommand command, PipelineDefinition definition)
    {
        var alias = new VerbCommand(definition.Name, command.Description ?? "")
        {
            Remarks = command.Remarks,
            Examples = command.Examples,
            Parameters = command.Parameters,
            Action = command.Action,
        };
        foreach (var option in command.Options)
        {
            option.Recursive = true;
        }

        foreach (var argument in command.Arguments)
        {
            alias.Add(argument);
        }

        return alias;
    }
}
