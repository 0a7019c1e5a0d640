namespace Mlops.Dsl.Engine;

/// <summary>
/// Runs attempts of stages: in this process (<see cref="InProcessExecutor"/>), in a process of their own
/// (<see cref="ChildProcessExecutor"/>), or wherever an implementation sends them. Used for several attempts at once.
/// </summary>
public interface IStageExecutor
{
    /// <summary>
    /// Runs one attempt to its end. The engine commits what is returned, unless the attempt's lease was given to another attempt before:
    /// then it is refused.
    /// </summary>
    /// <param name="attempt">What is to run: run it here, or have its description run elsewhere.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the run or the attempt's time is over. An executor that has not returned after
    /// <see cref="RunOptions.CancellationGrace"/> is left behind, and its outcome is refused.
    /// </param>
    /// <returns>What became of it. A failure of the stage is an outcome, not an exception.</returns>
    /// <exception cref="ExecutorException">The executor can't run it; the stage fails with the message.</exception>
    ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken);
}
