using System.Diagnostics;

namespace Mlops.Dsl.Engine;

/// <summary>One child, from its start to the end of the last process of its group.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToObey = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeToDrain = TimeSpan.FromSeconds(1);

    private readonly StageInvocation _invocation;
    private readonly IStageAttempt _attempt;
    private readonly ChildProgram _program;
    private readonly Process _process;
    private readonly ProcessGroup _group;
    private readonly MemoryWatch _memory;
    private readonly ChildMessages _messages;
    private readonly Task _output;

    private ChildProcess(ChildProgram program, StageInvocation invocation, IStageAttempt attempt, ChildMessages messages, Process process)
    {
        (_program, _invocation, _attempt, _messages, _process) = (program, invocation, attempt, messages, process);
        _group = new ProcessGroup(process);
        _memory = new MemoryWatch(_group, invocation.MemoryMiB);
        _messages.Led = () => _group.IsLed = true;
        _output = Task.WhenAll(
            ChildOutput.PassOnAsync(process.StandardOutput, line => attempt.WriteLine(isError: false, line)),
            ChildOutput.PassOnAsync(process.StandardError, line => attempt.WriteLine(isError: true, line))
        );
    }

    /// <summary>Starts the child.</summary>
    /// <exception cref="ExecutorException">It can't be started.</exception>
    public static async ValueTask<ChildProcess> StartAsync(ChildProgram program, StageInvocation invocation, IStageAttempt attempt)
    {
        var messages = new ChildMessages(attempt);
        try
        {
            var process = Process.Start(ChildStart.Describe(program, invocation))!;
            return new ChildProcess(program, invocation, attempt, messages, process);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            await messages.DisposeAsync();
            throw new ExecutorException($"'{program}' can't be started for '{invocation.Stage}': {exception.Message}", exception);
        }
    }

    /// <summary>Has the child run the stage.</summary>
    public async Task<InvocationOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var request = new ChildRequest(_messages.PipeName, _attempt.CreateFolder(), _invocation, _attempt.Secrets);
        await SendAsync(request);
        var exit = _process.WaitForExitAsync(CancellationToken.None);
        var memory = _memory.WatchAsync(exit);
        var messages = _messages.ReadAsync(exit);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var cancelled = Task.Delay(Timeout.InfiniteTimeSpan, over.Token);
        var first = await Task.WhenAny(exit, memory, messages, cancelled);
        if (first == cancelled)
        {
            _group.AskToEnd();
            await Task.WhenAny(exit, memory, Task.Delay(TimeToObey, CancellationToken.None));
        }
        else if (first == messages)
        {
            await Task.WhenAny(exit, memory, cancelled, Task.Delay(TimeToLeave, CancellationToken.None));
        }

        _group.End();
        await exit;
        await Task.WhenAny(Task.WhenAll(messages, _output), Task.Delay(TimeToDrain, CancellationToken.None));
        if (messages.IsFaulted)
        {
            await messages;
        }

        var excess = await memory;
        var isCancelled = cancellationToken.IsCancellationRequested;
        await over.CancelAsync();
        return _memory.Explain(_messages.Outcome ?? Explain(excess, isCancelled));
    }

    public async ValueTask DisposeAsync()
    {
        _group.End();
        await _messages.DisposeAsync();
        _process.Dispose();
    }

    private async Task SendAsync(ChildRequest request)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(ChildJson.Write(request));
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It ended without reading; how it did says more.
        }
    }

    private InvocationOutcome Explain(string? excess, bool isCancelled)
    {
        var stage = _invocation.Stage;
        var end = ExitText.Describe(_process.ExitCode);
        var failure =
            excess is not null ? new InvocationFailure(FailureKind.OutOfMemory, $"'{stage}' {excess}")
            : isCancelled ? new InvocationFailure(FailureKind.Cancelled, $"'{stage}' was asked to stop, and its process {end}.")
            : !_messages.HasStarted
                ? new InvocationFailure(
                    FailureKind.Refused,
                    $"'{_program} {ChildProgram.Verb}', which was to run '{stage}', {end} before it began. Its Program.cs has to hand its "
                        + "arguments to PipelineApp.RunAsync as they are. What it printed is in the stage's log."
                        + (_invocation.MemoryMiB is { } limit ? $" Or {limit} MiB are too few for .NET itself to start." : "")
                )
            : new InvocationFailure(
                FailureKind.ProcessEnded,
                $"The process of '{stage}' {end} before the stage did. What it printed is in the stage's log."
            );
        return new InvocationOutcome { Lease = _invocation.Lease, Failure = failure };
    }
}
