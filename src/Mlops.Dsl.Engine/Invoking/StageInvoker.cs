using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Runs what a <see cref="StageInvocation"/> describes: the other end of an executor. The inputs are read from the store, which is not
/// changed; what the stage returns is written to a folder.
/// </summary>
public static class StageInvoker
{
    /// <summary>Runs the stage in this process.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="secrets">The values of the secrets, by name.</param>
    /// <param name="folder">Where outputs and temporary files go: the attempt's <see cref="IStageAttempt.CreateFolder"/>.</param>
    /// <param name="options">What the stage gets besides; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the stage's token.</param>
    /// <returns>What became of it. What the stage and its values do wrong is a failure, not an exception.</returns>
    public static async Task<InvocationOutcome> RunAsync(
        StageInvocation invocation,
        IReadOnlyDictionary<string, string> secrets,
        string folder,
        StageInvokerOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(invocation);
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new StageInvokerOptions();
        var lines = new LineCollector(options.Events, invocation.LogLevel);
        InvocationOutcome outcome;
        try
        {
            outcome = await RunAsync(invocation, secrets, folder, options, lines, cancellationToken);
        }
        catch (ExecutorException exception)
        {
            outcome = Failed(invocation, FailureKind.Refused, exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = Failed(invocation, FailureKind.Cancelled, "it was cancelled");
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            outcome = Failed(invocation, FailureKind.Refused, exception.Message, exception.ToString());
        }

        return outcome with
        {
            Lines = lines.Lines,
            PeakMemory = options.MeasuresProcess ? Process.GetCurrentProcess().PeakWorkingSet64 : null,
        };
    }

    private static async Task<InvocationOutcome> RunAsync(
        StageInvocation invocation,
        IReadOnlyDictionary<string, string> secrets,
        string folder,
        StageInvokerOptions options,
        LineCollector lines,
        CancellationToken cancellationToken
    )
    {
        var (definition, stage) = InvokedProgram.Find(invocation, options.FindPipeline);
        var pipeline = InvokedProgram.CreatePipeline(definition, invocation, secrets);
        await using var store = StoreFactories.Open(invocation.Store, new StoreOptions { ReadOnly = true, Stop = cancellationToken });
        var artifacts = new FolderArtifactStore(store.Artifacts, folder);
        var runOptions = new RunOptions
        {
            Services = options.Services,
            LoggerFactory = lines,
            Observers = options.Events is { } events ? [new EventRelay(events)] : [],
        };
        var mask = new SecretMask(definition, pipeline);
        var plan = PipelinePlan.Of(definition);
        var session = new RunSession
        {
            Definition = definition,
            Pipeline = pipeline,
            Options = runOptions,
            Plan = plan,
            Stages = PipelineRun.CreateStages(plan, mask, isRetained: false),
            Observers = PipelineRun.Observe(runOptions with { LoggerFactory = null }, mask),
            Keeper = new StoreKeeper(artifacts),
            Secrets = mask,
            Scratch = new ScratchFolder(() => Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName),
            StopToken = cancellationToken,
            Answers = new StoredAnswers(store.Serving),
            ActivityContext = ActivityContext.TryParse(invocation.TraceParent, traceState: null, out var trace) ? trace : default,
        };
        return await new InvokedStage(session, stage, artifacts, invocation).RunAsync(options.Events is null);
    }

    private static InvocationOutcome Failed(StageInvocation invocation, FailureKind kind, string message, string? details = null) =>
        new() { Lease = invocation.Lease, Failure = new InvocationFailure(kind, message, details) };
}

/// <summary>What a stage that <see cref="StageInvoker"/> runs gets besides its invocation.</summary>
public sealed record StageInvokerOptions
{
    /// <summary>What <see cref="FromServicesAttribute"/> parameters are taken from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Is told what the stage does while it runs; null puts metrics and lines into the outcome.</summary>
    public IInvocationEvents? Events { get; init; }

    /// <summary>Finds the pipeline.</summary>
    public Func<string, PipelineDefinition?> FindPipeline { get; init; } = PipelineCatalog.Find;

    /// <summary>Whether this process runs nothing but the stage, so that its memory is the stage's.</summary>
    public bool MeasuresProcess { get; init; }
}
