using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Runs pipelines by their schedules. Several schedulers may share a store: the tick and its run begin in one transaction, so that each
/// tick has one run, and a tick is not lost where one of them ends. Of ticks that nobody was there for, only the latest is run, with a
/// window over all the time since the tick before; ticks that come while the run before goes on are treated so, too.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="pipelines">The pipelines; those without a schedule are left alone.</param>
/// <param name="options">How to keep the schedules.</param>
public sealed class Scheduler(IStore store, IEnumerable<PipelineDefinition> pipelines, SchedulerOptions options)
{
    private readonly List<ScheduledPipeline> _pipelines =
    [
        .. pipelines
            .Where(static pipeline => pipeline.Schedule is not null)
            .Select(pipeline => new ScheduledPipeline(pipeline, store, options)),
    ];

    /// <summary>Keeps the schedules until it is cancelled. Running runs are asked to stop then, and waited for.</summary>
    /// <exception cref="FormatException">A schedule is malformed, or the machine does not know its time zone.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetUtcNow();
        foreach (var pipeline in _pipelines)
        {
            pipeline.Begin(started);
        }

        try
        {
            while (true)
            {
                Look(cancellationToken);
                await Task.Delay(options.Interval, options.TimeProvider, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(_pipelines.Select(static pipeline => pipeline.Running))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Begins the runs that are due now and waits for them: one look of <see cref="RunAsync"/>.</summary>
    internal async Task LookAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        foreach (var pipeline in _pipelines)
        {
            pipeline.Started ??= started;
        }

        Look(cancellationToken);
        await Task.WhenAll(_pipelines.Select(static pipeline => pipeline.Running));
    }

    private void Look(CancellationToken cancellationToken)
    {
        foreach (var pipeline in _pipelines)
        {
            if (pipeline.Running is { IsFaulted: true, Exception.InnerException: { } failure })
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }

            if (pipeline.Running.IsCompleted)
            {
                pipeline.Running = pipeline.LookAsync(cancellationToken);
            }
        }
    }
}
