namespace Mlops.Dsl.Engine;

/// <summary>One attempt of a stage, or of one element of a fan-out, as the engine hands it to an <see cref="IStageExecutor"/>.</summary>
public interface IStageAttempt : IInvocationEvents
{
    /// <summary>
    /// The values of the secrets that <see cref="StageInvocation.Secrets"/> names. They belong neither on a command line nor into an
    /// environment, where others can read them.
    /// </summary>
    IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>
    /// Describes the attempt for another process. Waits until all of its inputs can be read in the store. Not needed, and not paid for,
    /// where <see cref="InvokeAsync"/> is called.
    /// </summary>
    /// <exception cref="ExecutorException">The run has no store, from which another process could take the inputs.</exception>
    ValueTask<StageInvocation> DescribeAsync();

    /// <summary>
    /// Makes a folder for the outputs, which only this user can look into. It lies in the store and is removed after the commit, or by the
    /// store where this process is killed.
    /// </summary>
    /// <exception cref="ExecutorException">The run has no store.</exception>
    string CreateFolder();

    /// <summary>Runs the attempt in this process. The outcome is to be returned from <see cref="IStageExecutor.ExecuteAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The attempt has been run before.</exception>
    ValueTask<InvocationOutcome> InvokeAsync(CancellationToken cancellationToken);
}
