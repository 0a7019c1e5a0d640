using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App;

/// <summary>What the program knows of the world around it.</summary>
internal sealed class AppEnvironment
{
    /// <summary>How the program is started, for the commands that help and hints show.</summary>
    public required string CommandName { get; init; }

    /// <summary>Where to write.</summary>
    public required AppConsole Console { get; init; }

    /// <summary>What the program gives its pipelines.</summary>
    public required PipelineAppOptions Options { get; init; }

    /// <summary>The pipelines' names, in order.</summary>
    public required IReadOnlyList<string> PipelineNames { get; init; }

    /// <summary>Finds a pipeline; its definition is built when it is first asked for.</summary>
    public required Func<string, PipelineDefinition?> FindPipeline { get; init; }

    /// <summary>The verbs that packages add.</summary>
    public IReadOnlyList<VerbDefinition> Verbs { get; init; } = [];

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> GetVariable { get; init; }

    /// <summary>Opens the store in a folder.</summary>
    public required Func<string, StoreOptions, IStore> OpenStore { get; init; }

    /// <summary>The folder of the store that a verb works with; null as long as none has asked.</summary>
    public string? StorePath { get; private set; }

    /// <summary>What is known of the stages' code; null reads what the build wrote.</summary>
    public StageFingerprints? Fingerprints { get; init; }

    /// <summary>Ctrl-C and its like.</summary>
    public required Interruption Interruption { get; init; }

    /// <summary>
    /// Has the console of this process, so that stages' output is part of their logs; null where the process is someone else's.
    /// </summary>
    public ConsoleCapture? Capture { get; init; }

    /// <summary>The world of this process.</summary>
    public static AppEnvironment OfProcess(PipelineAppOptions options, ConsoleCapture capture) =>
        new()
        {
            Capture = capture,
            CommandName = ProgramName.OfProcess(),
            Console = AppConsole.ForProcess(),
            Options = options,
            PipelineNames = PipelineCatalog.Names,
            FindPipeline = PipelineCatalog.Find,
            Verbs = VerbCatalog.Verbs,
            GetVariable = Environment.GetEnvironmentVariable,
            OpenStore = static (path, options) => StoreFactories.Open(path, options),
            Interruption = Interruption.OfProcess(),
        };

    /// <summary>The pipeline with a name that is known to exist.</summary>
    public PipelineDefinition GetPipeline(string name) =>
        FindPipeline(name) ?? throw new InvalidOperationException($"The pipeline '{name}' was registered without a definition.");

    /// <summary>The folder of the store: the option's, else the environment's, else the program's.</summary>
    /// <exception cref="UsageException">The option is empty, as that of an unset variable of the shell is.</exception>
    public string ResolveStore(string? option) =>
        StorePath = option is { Length: 0 }
            ? throw new UsageException("--store needs the name of a folder, but is empty")
            : option ?? (GetVariable("MLOPS_STORE") is { Length: > 0 } variable ? variable : Options.DefaultStore);

    /// <summary>Opens a store for a verb: says what a person should know of it, and ends a wait for other processes on Ctrl-C.</summary>
    public IStore Open(string path, bool readOnly)
    {
        var store = OpenStore(
            path,
            new StoreOptions
            {
                ReadOnly = readOnly,
                Stop = Interruption.Stop,
                Waiting = Console.WriteWarning,
            }
        );
        foreach (var warning in store.Warnings)
        {
            Console.WriteWarning(warning);
        }

        return store;
    }

    /// <summary>Opens a store for writing, unless there is none: only a run makes one.</summary>
    /// <exception cref="StoreException">There is no store, or it can't be opened.</exception>
    public async Task<IStore> OpenExistingStoreAsync(string path)
    {
        await using (OpenStore(path, new StoreOptions { ReadOnly = true }))
        {
            // Reading does not make what is missing.
        }

        return Open(path, readOnly: false);
    }
}
