using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Runs each attempt in a process of its own, which this program starts of itself. It can be ended at any moment with all that it started,
/// its memory can be limited, and its death fails the stage and nothing else.
/// </summary>
/// <param name="program">The program; null for this one, which must hand its arguments to <c>PipelineApp.RunAsync</c>.</param>
public sealed class ChildProcessExecutor(ChildProgram? program = null) : IStageExecutor
{
    /// <summary>The executor that starts this program.</summary>
    public static ChildProcessExecutor Instance { get; } = new();

    /// <inheritdoc />
    public async ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var invocation = await attempt.DescribeAsync();
        if (Environment.GetEnvironmentVariable(ChildProgram.Marker) is not null)
        {
            throw new ExecutorException(
                $"'{invocation.Stage}' was to be started from a process that is itself one stage of a run: it starts no others."
            );
        }

        var started = program ?? ChildProgram.OfProcess ?? throw NoProgram(invocation);
        await using var child = await ChildProcess.StartAsync(started, invocation, attempt);
        return await child.RunAsync(cancellationToken);
    }

    private static ExecutorException NoProgram(StageInvocation invocation) =>
        new(
            $"'{invocation.Stage}' is to run in a process of its own, for which this program is started once more; but "
                + $"'{invocation.Program}' does not hand its arguments to PipelineApp.RunAsync as they are, so that it would "
                + "not know what to do. Do that in its Program.cs. In a test, run the stage in this process (RunOptions.Isolation = "
                + "StageIsolation.None), or name the program (RunOptions.IsolatedExecutor = new ChildProcessExecutor(new ChildProgram(…)))."
        );
}
