using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Watching;

namespace Mlops.Dsl.Serving.Tests;

/// <summary>The commands in the documentation are ones that the program takes, and its verbs and options are documented.</summary>
public sealed partial class DocumentedCommandsTests
{
    private const string OfNoVerb = "[suggest";

    public static TheoryData<string, string> Commands =>
        [
            .. Pages()
                .SelectMany(static page =>
                    Calls()
                        .Matches(File.ReadAllText(page))
                        .Select(call => (Path.GetRelativePath(Root(), page), call.Groups["args"].Value.Trim()))
                        .Distinct()
                ),
        ];

    public static TheoryData<string> Rows => [.. VerbRows()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_a_page_is_one(string page, string command)
    {
        Assert.NotEmpty(page);
        var args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Empty(Build(args).Parse(args).Errors.Select(static error => error.Message));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_of_the_table_names_a_verb_and_its_options(string row)
    {
        foreach (var (words, options) in Read(row))
        {
            var command = Find(words);
            var known = command
                .Options.Concat(command.Subcommands.SelectMany(static sub => sub.Options))
                .Select(static option => option.Name)
                .ToHashSet();

            Assert.Superset(options.ToHashSet(), known);
        }
    }

    [Fact]
    public void Every_verb_has_a_row()
    {
        var documented = VerbRows().SelectMany(Read).Select(static row => row.Words[0]).Distinct().Order(StringComparer.Ordinal);

        Build([]);
        Assert.Equal(
            CommandTree.VerbNames.Concat(VerbCatalog.Verbs.Select(static verb => verb.Name)).Distinct().Order(StringComparer.Ordinal),
            documented
        );
    }

    [Fact]
    public void The_commands_are_found() => Assert.InRange(Commands.Count, 12, 1000);

    private static IEnumerable<string> VerbRows() =>
        File.ReadLines(Path.Combine(Root(), "docs", "command-line.md"))
            .SkipWhile(static line => line != "## Verbs")
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split(" | ")[0][2..]);

    /// <summary>
    /// What a cell such as <c>`cache status` · `cache clear [pipeline]`</c> names, alternatives such as <c>list\|show</c> one by one.
    /// </summary>
    private static IEnumerable<(string[] Words, string[] Options)> Read(string row)
    {
        foreach (
            var call in row.Replace("\\|", "|", StringComparison.Ordinal)
                .Split('·', StringSplitOptions.TrimEntries)
                .Select(static call => call.Trim('`'))
        )
        {
            var words = call.Split(' ').TakeWhile(static word => char.IsAsciiLetter(word[0])).ToArray();
            var options = Options().Matches(call).Select(static option => option.Value).ToArray();
            foreach (var last in words[^1].Split('|'))
            {
                yield return ([.. words[..^1], last], options);
            }
        }
    }

    private static Command Find(string[] words)
    {
        Command command = Build(words);
        foreach (var word in words)
        {
            command = Assert.Single(command.Subcommands, sub => sub.Name == word);
        }

        return command;
    }

    private static RootCommand Build(string[] args)
    {
        // Everything is built, as where the shell wants completions.
        var definition = Define(NameIn(args) ?? "hello");
        ServiceCatalog.Register("income", static () => new ServiceDefinition("income", "IncomeService", []));
        WatchingPackage.Use();
        return CommandTree.Build(
            new VerbScope(
                new AppEnvironment
                {
                    CommandName = "docs",
                    Verbs = VerbCatalog.Verbs,
                    Console = new AppConsole(TextWriter.Null, TextWriter.Null),
                    Options = new PipelineAppOptions(),
                    PipelineNames = [definition.Name],
                    FindPipeline = _ => definition,
                    GetVariable = static _ => null,
                    OpenStore = static (path, options) => SqliteStore.Open(path, options),
                    Interruption = new Interruption(),
                },
                [OfNoVerb, .. args]
            )
        );
    }

    /// <summary>The pipeline that a command names behind a verb that takes one; the pages have several.</summary>
    private static string? NameIn(string[] args) =>
        CommandTree
            .PipelineVerbs.Where(verb => args.Length > verb.Length && args.AsSpan(0, verb.Length).SequenceEqual(verb))
            .Select(verb => args[verb.Length])
            .FirstOrDefault(static next => next is "churn" or "churn-watch" or "income" or "income-watch");

    /// <summary>A pipeline with the parameters that the pages give values to.</summary>
    private static PipelineDefinition<TestPipeline> Define(string name) =>
        new()
        {
            Name = name,
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Stages = [],
            Parameters =
            [
                new ParameterDefinition<TestPipeline, double>
                {
                    Name = "Noise",
                    TypeName = "double",
                    Get = static _ => 0,
                    Text = ParameterFormats.Double,
                },
                new ParameterDefinition<TestPipeline, int>
                {
                    Name = "Epochs",
                    TypeName = "int",
                    Get = static _ => 0,
                    Text = ParameterFormats.Int32,
                },
                .. name.EndsWith("-watch", StringComparison.Ordinal) ? [Window] : (ParameterDefinition[])[],
            ],
        };

    private static ParameterDefinition Window { get; } =
        new ParameterDefinition<TestPipeline, TimeWindow>
        {
            Name = "Window",
            TypeName = "TimeWindow",
            Get = static _ => default,
            Text = ParameterFormats.TimeWindow,
            IsWindow = true,
        };

    /// <summary>Any pipeline.</summary>
    private sealed class TestPipeline;

    private static IEnumerable<string> Pages() =>
        [
            Path.Combine(Root(), "README.md"),
            Path.Combine(Root(), "templates", "README.md"),
            .. Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md"),
            .. Directory.GetFiles(Path.Combine(Root(), "examples"), "*.md", SearchOption.AllDirectories),
        ];

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));

    /// <summary>A call of a program with pipelines, up to the comment, the end of the line or of the quotation.</summary>
    [GeneratedRegex(@"dotnet run (?:\w+\.cs )?-- (?<args>[^#`\r\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Calls();

    [GeneratedRegex(@"--[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Options();
}
