using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>The program, run in this process with captured output.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of the error output that report problems.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Error.Split(Environment.NewLine).Where(line => line.StartsWith("error: ", StringComparison.Ordinal)).Select(line => line[7..])];

    /// <summary>The output as JSON.</summary>
    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Out).RootElement;

    public static Task<ProgramRun> OfAsync(PipelineDefinition definition, params string[] args) => OfAsync([definition], args);

    public static Task<ProgramRun> OfAsync(
        IReadOnlyList<PipelineDefinition> definitions,
        string[] args,
        Dictionary<string, string>? variables = null,
        Interruption? interruption = null,
        bool color = false,
        StageFingerprints? fingerprints = null
    ) =>
        OfAsync(
            [.. definitions.Select(definition => definition.Name)],
            name => definitions.FirstOrDefault(definition => definition.Name == name),
            args,
            variables,
            interruption,
            color,
            fingerprints
        );

    /// <summary>The program with pipelines whose definitions are made by <paramref name="find"/>.</summary>
    public static Task<ProgramRun> OfPipelinesAsync(
        IReadOnlyList<string> names,
        Func<string, PipelineDefinition?> find,
        params string[] args
    ) => OfAsync(names, find, args, variables: null, interruption: null, color: false, fingerprints: null);

    /// <summary>The program with verbs of packages, and no pipelines.</summary>
    public static Task<ProgramRun> OfVerbsAsync(IReadOnlyList<VerbDefinition> verbs, params string[] args) =>
        OfAsync([], static _ => null, args, variables: null, interruption: null, color: false, fingerprints: null, verbs);

    private static async Task<ProgramRun> OfAsync(
        IReadOnlyList<string> names,
        Func<string, PipelineDefinition?> find,
        string[] args,
        Dictionary<string, string>? variables,
        Interruption? interruption,
        bool color,
        StageFingerprints? fingerprints,
        IReadOnlyList<VerbDefinition>? verbs = null
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var signals = new Interruption();
        var code = await AppProgram.RunAsync(
            args,
            new AppEnvironment
            {
                CommandName = "docs",
                Console = new AppConsole(output, error) { UsesColor = color },
                Options = new PipelineAppOptions(),
                PipelineNames = names,
                FindPipeline = find,
                Verbs = verbs ?? [],
                GetVariable = name => variables?.GetValueOrDefault(name),
                OpenStore = static (path, options) => SqliteStore.Open(path, options),
                Fingerprints = fingerprints,
                Interruption = interruption ?? signals,
            }
        );
        return new ProgramRun(code, output.ToString(), error.ToString());
    }
}
