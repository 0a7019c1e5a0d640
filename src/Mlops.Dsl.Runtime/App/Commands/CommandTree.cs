using System.CommandLine;
using System.CommandLine.Help;
using Mlops.Dsl.Runtime.App.Commands.Models;
using Mlops.Dsl.Runtime.App.Help;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>
/// The program's command line. Only what the arguments mention is built in full: the rest costs start-up time for nothing.
/// </summary>
internal static class CommandTree
{
    private static readonly Verb[] Verbs =
    [
        new("run", "Run a pipeline; what has not changed is reused", RunVerb.Build),
        new("list", "List the pipelines of this program", ListVerb.Build),
        new("graph", "Draw a pipeline's stages and how they depend on each other", GraphVerb.Build),
        new("manifest", "Print a pipeline's manifest", ManifestVerb.Build),
        new("runs", "List runs, newest first", RunsVerb.Build),
        new("show", "Show what a run did", ShowVerb.Build),
        new("diff", "Compare two runs: parameters, code, inputs, outputs, metrics", DiffVerb.Build),
        new("explain", "Tell why a stage would be executed, or was", ExplainVerb.Build),
        new("resume", "Go on with a run that was stopped, killed or failed", ResumeVerb.Build),
        new("artifact", "List, print, export and trace what stages returned", ArtifactVerb.Build),
        new("model", "List, approve, reject and name what was published", ModelVerb.Build),
        new("cache", "Show or clear what can be reused", CacheVerb.Build),
        new("gc", "Remove old runs and what nothing refers to", GcVerb.Build),
    ];

    /// <summary>The verbs that take a pipeline, each as its words.</summary>
    public static IReadOnlyList<string[]> PipelineVerbs { get; } =
    [
        ["run"],
        ["graph"],
        ["manifest"],
        ["explain"],
        ["cache", "clear"],
    ];

    /// <summary>The verbs' names.</summary>
    public static IEnumerable<string> VerbNames => Verbs.Select(static verb => verb.Name);

    /// <summary>Builds the root command for the arguments.</summary>
    public static RootCommand Build(VerbScope scope)
    {
        var root = new RootCommand("Runs the MLOps pipelines of this program, and shows what they did and made.");
        var version = root.Options.OfType<VersionOption>().Single();
        root.Options.Clear();
        root.Add(scope.Store);
        root.Add(scope.Json);
        root.Add(
            new HelpOption("--help", "-h")
            {
                Description = "Show help",
                Recursive = true,
                Action = new ShowHelp(scope.App),
            }
        );
        root.Add(version);
        foreach (var verb in Verbs.Concat(scope.App.Verbs.Select(CatalogVerb.Of)))
        {
            if (root.Subcommands.Any(other => other.Name == verb.Name))
            {
                throw new InvalidOperationException($"A package adds the verb '{verb.Name}', which the program has.");
            }

            var command = new VerbCommand(verb.Name, verb.Summary);
            if (scope.Mentions(verb.Name))
            {
                verb.Build(command, scope);
            }

            root.Add(command);
        }

        return root;
    }
}
