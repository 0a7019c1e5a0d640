using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>One attempt of a stage or element: what an executor gets of the run, and what the engine knows of it meanwhile.</summary>
internal sealed class StageAttempt(RunSession run, StageRun stage, ElementRun? element, WorkItem item, IAttemptBody body) : IStageAttempt
{
    private const int Held = 0;
    private const int Claimed = 1;
    private const int Revoked = 2;

    private int _lease = Held;
    private int _invocations;
    private string? _folder;

    public StageRun Stage => stage;

    public ElementRun? Element => element;

    public StageDefinition Definition => stage.Definition;

    /// <summary>What the stage's method gets.</summary>
    public RunStageContext Context { get; } = new(run, stage, element?.Index, item.Devices);

    /// <summary>The fencing token.</summary>
    public long Lease { get; } = run.GrantLease();

    /// <summary>When the attempt's time is over.</summary>
    public DateTimeOffset? Deadline { get; set; }

    /// <summary>How the attempt ended, where it was run in this process.</summary>
    public AttemptResult? Result { get; private set; }

    /// <summary>What the stage asked for.</summary>
    public StageEffect? Effect { get; set; }

    /// <summary>Whether an element's result may depend on its position.</summary>
    public bool DependsOnIndex { get; set; }

    public IReadOnlyDictionary<string, string> Secrets =>
        run
            .Definition.Parameters.Where(static parameter => parameter.IsSecret)
            .Select(parameter => (parameter.Name, Value: parameter.Format(run.Pipeline)))
            .Where(static secret => secret.Value is not null)
            .ToDictionary(static secret => secret.Name, static secret => secret.Value!, StringComparer.Ordinal);

    /// <summary>Takes the right to commit: the attempt can't be given up any more.</summary>
    /// <returns>Whether it has not been given up, nor committed, before.</returns>
    public bool TryClaim() => Interlocked.CompareExchange(ref _lease, Claimed, Held) == Held;

    /// <summary>Gives the attempt up, so that another one may begin.</summary>
    /// <returns>Whether it has not been committed before.</returns>
    public bool TryRevoke() => Interlocked.CompareExchange(ref _lease, Revoked, Held) == Held;

    public async ValueTask<StageInvocation> DescribeAsync()
    {
        var (store, journal) = (RequireStore(), run.Journal!);
        await journal.FlushAsync(stage);
        return new StageInvocation
        {
            Program = Assembly.GetEntryAssembly()?.GetName().Name ?? "",
            Modules = ModulesOf(run.Definition.Assembly),
            Pipeline = run.Definition.Name,
            Stage = Definition.Name,
            Element = element?.Index,
            Parameters =
            [
                .. run.Parameters!.All.Where(static parameter =>
                        !parameter.IsSecret && (parameter.Value is not null || !parameter.IsDefault)
                    )
                    .Select(static parameter => new NamedValue(parameter.Name, parameter.Value)),
            ],
            Secrets = [.. Secrets.Keys],
            Inputs = [.. Definition.Inputs.Select(Refer)],
            Attempt = item.Attempt,
            Lease = Lease,
            Deadline = Deadline,
            Window = run.Definition.GetWindow(run.Pipeline)?.ToString(),
            TraceParent = Activity.Current?.Id,
            Run = journal.RunId,
            Store = store.Location,
            Files = await FindFilesAsync(store),
            MemoryMiB = Definition.Policy.MemoryMiB > 0 ? Definition.Policy.MemoryMiB : null,
            Devices = run.Options.Gpus > 0 ? [.. Context.Devices.Select(run.Options.NameOfDevice)] : null,
            LogLevel = LowestLevel(Context.Logger),
        };
    }

    public string CreateFolder()
    {
        RequireStore();
        return _folder ??= run.Scratch.CreateFolder($"{Definition.Name}-out");
    }

    public async ValueTask<InvocationOutcome> InvokeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _invocations) > 1)
        {
            throw new InvalidOperationException($"This attempt of '{Definition.Name}' has been run already.");
        }

        var result = await body.InvokeAsync(this, cancellationToken);
        Result = result;
        return result.IsSuccess
            ? InvocationOutcome.Here
            : new InvocationOutcome
            {
                Lease = Lease,
                Failure = result.Error is { } error
                    ? new InvocationFailure(FailureKind.Stage, error.Message, error.Details)
                    : new InvocationFailure(FailureKind.Cancelled, "the run was cancelled"),
            };
    }

    public void Log(LogLevel level, string message, string? details = null)
    {
        if (!Context.IsClosed)
        {
            var exception = details is null ? null : new RelayedException(details);
            stage.GetLog(run).Log(level, default, message, exception, static (message, _) => message);
        }
    }

    public void WriteLine(bool isError, string line)
    {
        if (!Context.IsClosed)
        {
            stage.GetLog(run).Keep(isError ? LogLevel.Warning : LogLevel.Information, line);
        }
    }

    public void LogMetric(string name, double value, long step)
    {
        if (!Context.IsClosed)
        {
            Context.LogMetric(name, value, step);
        }
    }

    public void ReportProgress(double fraction, string? message)
    {
        if (!Context.IsClosed)
        {
            Context.ReportProgress(fraction, message);
        }
    }

    /// <summary>Removes what the attempt wrote, once it is kept or of no use.</summary>
    public void RemoveFolders()
    {
        Context.RemoveTemporaryDirectory();
        if (_folder is not null)
        {
            ScratchFolder.TryDelete(_folder);
        }
    }

    /// <summary>The modules that both sides must have: the program's own, and the pipeline's.</summary>
    internal static IReadOnlyList<ModuleIdentity> ModulesOf(Assembly pipeline) =>
        RuntimeFeature.IsDynamicCodeSupported
            ?
            [
                .. new[] { Assembly.GetEntryAssembly(), pipeline }
                    .OfType<Assembly>()
                    .Distinct()
                    .Select(static assembly => new ModuleIdentity(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId)),
            ]
            : [];

    private static LogLevel LowestLevel(ILogger logger) =>
        logger.IsEnabled(LogLevel.Trace) ? LogLevel.Trace
        : logger.IsEnabled(LogLevel.Debug) ? LogLevel.Debug
        : LogLevel.Information;

    private InputReference Refer(InputDefinition input)
    {
        var output = run.Stages[input.Stage].Outputs[input.Output];
        return new InputReference(input.Parameter, output.Hash, output.Definition.Schema, run.Stages[input.Stage].Definition.IsForEach);
    }

    private async ValueTask<IReadOnlyList<FileReference>> FindFilesAsync(IStore store)
    {
        var files = new List<FileReference>();
        using var staging = store.Artifacts.Stage();
        foreach (var input in Definition.Inputs.Where(input => run.Stages[input.Stage].Definition.Kind == StageKind.Source))
        {
            var slot = await run.Stages[input.Stage].Outputs[input.Output].GetAsync(run.Keeper);
            files.AddRange(
                SourceFiles
                    .In(slot)
                    .Where(static file => !file.IsStored)
                    .Select(file => new FileReference(staging.HashInPlace(file.Location), file.Location))
            );
        }

        return files;
    }

    private IStore RequireStore() =>
        run.Store
        ?? throw new ExecutorException(
            $"'{Definition.Name}' is to run outside of this process, which takes a store, and this run is kept in memory. Give the run a "
                + "store (RunOptions.StorePath), or run the stage in this process (RunOptions.Isolation = StageIsolation.None)."
        );
}

/// <summary>Runs an attempt in this process.</summary>
internal interface IAttemptBody
{
    /// <summary>Calls the stage's method, and keeps what it returns if the attempt can be claimed.</summary>
    ValueTask<AttemptResult> InvokeAsync(StageAttempt attempt, CancellationToken cancellationToken);
}

/// <summary>An exception of another process, as its text.</summary>
internal sealed class RelayedException(string details) : Exception("An exception in another process.")
{
    public override string ToString() => details;
}
