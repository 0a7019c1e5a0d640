using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Starts pipelines in this process. The run is begun together with a tick of the effect's own, so that an effect has one run, however often its delivery is tried; once the run
/// has begun, the effect is delivered, whatever becomes of the run.
/// </summary>
internal sealed class StartDelivery(IStore store, DeliveryOptions options) : IEffectDelivery
{
    public async Task<string> DeliverAsync(OutboxRecord effect, Func<string, Task> accepted, CancellationToken cancellationToken)
    {
        var payload = StartPayload.Parse(effect.Payload);
        var tick = EffectKinds.TickOf(effect);
        if (options.FindPipeline(payload.Pipeline) is not { } definition)
        {
            throw new DeliveryException($"this program has no pipeline '{payload.Pipeline}'", isFinal: false);
        }

        var begun = new BegunRun();
        Task<RunReport> run;
        try
        {
            var runOptions = new RunOptions
            {
                StorePath = options.StorePath, Tick = tick, Services = options.Services, LoggerFactory = options.LoggerFactory, Observers = [begun], TimeProvider = options.TimeProvider,
            };
            options.Say($"starting '{payload.Pipeline}': {payload.Reason}");
            run = PipelineEngine.RunAsync(definition, PipelineInstance.Create(definition, payload.Parameters), runOptions, cancellationToken);
            if (await Task.WhenAny(begun.Id, run) == begun.Id)
            {
                await accepted($"run {await begun.Id}");
            }

            await using var report = await run;
            return $"run {report.RunId} {Outcome(report.Status)}";
        }
        catch (ParameterException exception)
        {
            throw new DeliveryException(exception.Message, isFinal: true, exception);
        }
        catch (TickTakenException)
        {
            // An earlier delivery began the run, and did not come to say so.
            var ticks = await store.Schedules.GetTicksAsync(tick.Schedule, limit: 1, cancellationToken);
            return ticks is [{ RunId: var id }] ? $"run {id}, which an earlier attempt began" : "an earlier attempt began the run";
        }
        catch (StoreException exception) when (!begun.Id.IsCompleted)
        {
            throw new DeliveryException(exception.Message, isFinal: false, exception);
        }
    }

    private static string Outcome(RunStatus status) => status switch
    {
        RunStatus.Succeeded => "succeeded",
        RunStatus.Refused => "was refused by a gate",
        RunStatus.Cancelled => "was cancelled ('resume' goes on)",
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
