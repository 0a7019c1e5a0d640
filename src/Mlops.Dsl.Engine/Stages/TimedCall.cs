using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Calls a stage's method under a time limit. At the limit its token is cancelled; if it does not stop within the grace period either, the
/// run goes on without it.
/// A method that is left behind keeps its thread until it returns, because .NET can't stop a thread; what it returns then is ignored, and
/// its context refuses to record anything.
/// </summary>
internal static class TimedCall
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Calls a method of the stage.</summary>
    /// <returns>Whether it ended in time.</returns>
    public static async Task<bool> RunAsync(
        Func<StageCall, ValueTask> invoke,
        StageCall call,
        TimeSpan timeout,
        RunOptions options,
        CancellationToken stop
    )
    {
        using var timer = new CancellationTokenSource(Limit(timeout), options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
        call.CancellationToken = both.Token;

        // On a thread of its own: the method may block before it awaits anything.
        var method = Task.Run(() => invoke(call).AsTask(), CancellationToken.None);
        try
        {
            await method.WaitAsync(timer.Token);
            return true;
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            await LeaveAsync(method, options, stop);
            return false;
        }
    }

    /// <summary>The time limit as a timer takes it: what is longer than any timer runs is no limit.</summary>
    public static TimeSpan Limit(TimeSpan timeout) => timeout < LongestTimer ? timeout : Timeout.InfiniteTimeSpan;

    /// <summary>Says for the user that a stage took too long.</summary>
    public static string Describe(StageDefinition stage, TimeSpan timeout) =>
        $"'{stage.Name}' took longer than its timeout of {timeout:g} and was cancelled. Raise [Timeout], or pass the stage's "
        + $"CancellationToken on so that it can stop early.";

    /// <summary>Gives a call that was cancelled the grace period to end, and does without it afterwards.</summary>
    public static async Task LeaveAsync(Task method, RunOptions options, CancellationToken stop)
    {
        await Task.WhenAny(method, Task.Delay(options.CancellationGrace, options.TimeProvider, stop));

        // What it throws when it ends at last is of no interest to anyone, but must not count as unobserved.
        _ = method.ContinueWith(
            static late => late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }
}
