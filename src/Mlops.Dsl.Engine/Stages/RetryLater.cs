using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Puts a failed stage or element back after its back-off. Meanwhile it occupies neither a thread nor resources.</summary>
internal static class RetryLater
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    /// <summary>Schedules the next attempt.</summary>
    public static void Schedule(RunSession run, Scheduler scheduler, StageRun stage, StageError error, WorkItem failed)
    {
        var delay = DelayAfter(stage.Definition.Policy, failed.Attempt);
        run.Observers.StageRetrying(stage.Definition, error, failed.Attempt, delay);
        run.Journal?.RecordRetry(stage, error, failed, delay);
        _ = WaitAsync(run, scheduler, failed with { Attempt = failed.Attempt + 1 }, delay);
    }

    /// <summary>The wait after a failed attempt: the policy's delay, multiplied by its back-off for each further attempt.</summary>
    public static TimeSpan DelayAfter(StagePolicy policy, int attempt)
    {
        var seconds = policy.RetryDelay.TotalSeconds * Math.Pow(policy.RetryBackoff, attempt - 1);
        return seconds < LongestDelay.TotalSeconds ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : LongestDelay;
    }

    private static async Task WaitAsync(RunSession run, Scheduler scheduler, WorkItem next, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, run.Options.TimeProvider, run.StopToken);
        }
        catch (OperationCanceledException)
        {
            // The run is over before the next attempt: the stage counts as cancelled.
            return;
        }

        scheduler.Retry(next);
    }
}
