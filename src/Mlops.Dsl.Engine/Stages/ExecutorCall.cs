using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Hands attempts to executors and judges what comes back: whoever answers too late, twice, or for another attempt is refused.
/// </summary>
internal sealed class ExecutorCall(RunSession run, OutcomeAdopter adopter)
{
    /// <summary>Runs an attempt to its end. Where it succeeded, what it returned is kept and still to be committed.</summary>
    public async ValueTask<AttemptResult> RunAsync(StageAttempt attempt)
    {
        var executor = run.ExecutorOf(attempt.Definition);
        if (ReferenceEquals(executor, InProcessExecutor.Instance))
        {
            await executor.ExecuteAsync(attempt, run.StopToken);
            return attempt.Result!.Value;
        }

        using var activity = RunTelemetry.StartStage(attempt.Definition, run.ActivityContext);
        AttemptResult result;
        try
        {
            result = await CallAsync(executor, attempt);
        }
        catch (OperationCanceledException) when (run.StopToken.IsCancellationRequested)
        {
            result = AttemptResult.Cancelled;
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            result = new(StageErrors.From(attempt.Definition, attempt.Element?.Index, exception));
        }
        finally
        {
            attempt.Context.Close();
        }

        result = result.Error is { } error ? new(run.Secrets.Apply(error)) : result;
        RunTelemetry.EndStage(activity, result.Error);
        return result;
    }

    private async ValueTask<AttemptResult> CallAsync(IStageExecutor executor, StageAttempt attempt)
    {
        if (attempt.Definition.Policy.Timeout is not { } timeout)
        {
            return await JudgeAsync(attempt, await executor.ExecuteAsync(attempt, run.StopToken), timeout: null);
        }

        attempt.Deadline = run.Options.TimeProvider.GetUtcNow() + timeout;
        using var timer = new CancellationTokenSource(TimedCall.Limit(timeout), run.Options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, run.StopToken);
        var token = both.Token;
        var outcome = Task.Run(() => executor.ExecuteAsync(attempt, token).AsTask(), CancellationToken.None);
        try
        {
            await outcome.WaitAsync(timer.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            await TimedCall.LeaveAsync(outcome, run.Options, run.StopToken);
            if (!outcome.IsCompletedSuccessfully && attempt.TryRevoke())
            {
                return TimedOut(attempt, timeout);
            }
        }

        return await JudgeAsync(attempt, await outcome, timer.IsCancellationRequested ? timeout : null);
    }

    private async ValueTask<AttemptResult> JudgeAsync(StageAttempt attempt, InvocationOutcome outcome, TimeSpan? timeout)
    {
        if (outcome.Failure is { Kind: FailureKind.Cancelled or FailureKind.TimedOut })
        {
            return timeout is { } limit ? TimedOut(attempt, limit)
                : run.StopToken.IsCancellationRequested ? AttemptResult.Cancelled
                : Failed(attempt, outcome.Failure.Message, outcome.Failure.Details);
        }

        if (attempt.Result is { } known)
        {
            // It ran here. Whoever passed its outcome on may have found fault with it.
            return known.IsSuccess && outcome.Failure is { } fault ? Failed(attempt, fault.Message, fault.Details) : known;
        }

        if (outcome.Lease != attempt.Lease || !attempt.TryClaim())
        {
            return Failed(
                attempt,
                $"An outcome of '{attempt.Definition.Name}' was refused: it belongs to lease {outcome.Lease}, and lease {attempt.Lease} is "
                    + "the one that may commit. Another attempt was begun since; an executor answers each attempt once, with its own lease."
            );
        }

        OutcomeAdopter.AdoptEvents(attempt, outcome);
        return outcome.Failure is { } failure ? Failed(attempt, failure.Message, failure.Details)
            : await adopter.AdoptAsync(attempt, outcome) is { } problem ? new AttemptResult(problem)
            : default;
    }

    private static AttemptResult TimedOut(StageAttempt attempt, TimeSpan timeout) =>
        Failed(attempt, TimedCall.Describe(attempt.Definition, timeout));

    private static AttemptResult Failed(StageAttempt attempt, string message, string? details = null) =>
        new(new StageError(message, attempt.Definition.Location, details, attempt.Element?.Index));
}
