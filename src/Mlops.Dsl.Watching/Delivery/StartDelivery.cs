using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Runs pipelines in this process. The run begins together with a tick of the effect's own, so that an effect has one run, however often
/// its delivery is tried. The effect is delivered when that run has ended, whatever came of it; a run whose process ended before is
/// resumed, by one process.
/// </summary>
internal sealed class StartDelivery(IStore store, DeliveryOptions options) : IEffectDelivery
{
    public async Task<string> DeliverAsync(OutboxRecord effect, CancellationToken cancellationToken)
    {
        var payload = StartPayload.Parse(effect.Payload);
        if (options.FindPipeline(payload.Pipeline) is not { } definition)
        {
            throw new DeliveryException($"this program has no pipeline '{payload.Pipeline}'", isFinal: false);
        }

        if (await StartedRun.FindAsync(store, effect, cancellationToken) is not { } begun)
        {
            options.Say($"starting '{payload.Pipeline}': {payload.Reason}");
            return await RunAsync(effect, definition, payload, new RunOptions { Tick = EffectKinds.TickOf(effect) }, cancellationToken);
        }

        switch (begun.Latest?.Status)
        {
            case null:
                return $"run {begun.Id}, which is no longer in the store";
            case RunStatus.Running:
                throw new DeliveryGoesOnException($"run {begun.Latest.Id} goes on");
            case RunStatus.Interrupted or RunStatus.Cancelled:
                ThrowIfHopeless(begun);
                options.Say($"going on with run {begun.Latest.Id} of '{payload.Pipeline}', which was interrupted");
                var resume = new RunOptions { ResumeOf = begun.Latest.Id, ResumesFirst = true };
                return await RunAsync(effect, definition, payload, resume, cancellationToken);
            default:
                return $"run {begun.Latest.Id} {Outcome(begun.Latest.Status)}";
        }
    }

    private async Task<string> RunAsync(
        OutboxRecord effect,
        PipelineDefinition definition,
        StartPayload payload,
        RunOptions runOptions,
        CancellationToken cancellationToken
    )
    {
        var begun = new BegunRun();
        try
        {
            runOptions = runOptions with
            {
                StorePath = options.StorePath,
                Services = options.Services,
                LoggerFactory = options.LoggerFactory,
                Observers = [begun],
                TimeProvider = options.TimeProvider,
            };
            var pipeline = PipelineInstance.Create(definition, payload.Parameters);
            var run = ProgramEngine.RunAsync(definition, pipeline, runOptions, cancellationToken);
            var keeping = KeepAsync(effect, begun, run);
            await using var report = await run;
            await keeping;
            if (report.Status == RunStatus.Cancelled)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return $"run {report.RunId} {Outcome(report.Status)}";
        }
        catch (ParameterException exception)
        {
            throw new DeliveryException(exception.Message, isFinal: true, exception);
        }
        catch (Exception exception) when (exception is TickTakenException or RunResumedException)
        {
            throw new DeliveryGoesOnException("another process was faster", exception);
        }
        catch (StoreException exception) when (!begun.Id.IsCompleted)
        {
            throw new DeliveryException(exception.Message, isFinal: false, exception);
        }
    }

    /// <summary>Keeps the effect for this process while its run goes on, which may take much longer than a lease.</summary>
    private async Task KeepAsync(OutboxRecord effect, BegunRun begun, Task run)
    {
        if (await Task.WhenAny(begun.Id, run) == run)
        {
            return;
        }

        do
        {
            await store.Outbox.KeepAsync(effect.Id, options.Lease, $"run {await begun.Id} goes on", CancellationToken.None);
        } while (await Task.WhenAny(run, Task.Delay(options.Lease / 3, options.TimeProvider, CancellationToken.None)) != run);
    }

    /// <summary>A run that ends its process each time would end every process that goes on with it.</summary>
    private void ThrowIfHopeless(StartedRun begun)
    {
        if (begun.Interruptions >= options.MaxAttempts)
        {
            throw new DeliveryException(
                $"run {begun.Id} and those that resumed it were interrupted {begun.Interruptions} times: "
                    + $"find out what ends the process, then 'resume {begun.Latest!.Id}'",
                isFinal: true
            );
        }
    }

    private static string Outcome(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => "succeeded",
            RunStatus.Refused => "was refused by a gate",
            RunStatus.Cancelled => "was cancelled",
            _ => "failed",
        };

    /// <summary>Learns the id of a run as soon as it has begun.</summary>
    private sealed class BegunRun : IRunObserver
    {
        private readonly TaskCompletionSource<string> _id = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Id => _id.Task;

        public void RunStarted(RunInfo run) => _id.TrySetResult(run.RunId);
    }
}
