namespace Mlops.Dsl.Engine;

/// <summary>
/// Runs stages in the process of the run: values are handed on as they are, and nothing is described or copied. What is used unless a run
/// or a stage asks for another executor.
/// </summary>
public sealed class InProcessExecutor : IStageExecutor
{
    private InProcessExecutor() { }

    /// <summary>The executor; it has no state.</summary>
    public static InProcessExecutor Instance { get; } = new();

    /// <inheritdoc />
    public ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.InvokeAsync(cancellationToken);
    }
}
