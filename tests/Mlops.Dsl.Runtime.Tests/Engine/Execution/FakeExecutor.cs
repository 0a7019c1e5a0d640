using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine.Execution;

/// <summary>An executor that does what a test says.</summary>
internal sealed class FakeExecutor(Func<IStageAttempt, CancellationToken, ValueTask<InvocationOutcome>> execute) : IStageExecutor
{
    public ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken) =>
        execute(attempt, cancellationToken);
}
