using System.IO.Pipes;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.Engine;

/// <summary>What a child tells through its pipe.</summary>
internal sealed class ChildMessages : IAsyncDisposable
{
    // A child that ended may have connected just before.
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromMilliseconds(200);

    private readonly IStageAttempt _attempt;
    private readonly NamedPipeServerStream _pipe;

    /// <summary>Makes the pipe.</summary>
    /// <param name="attempt">Who is told.</param>
    public ChildMessages(IStageAttempt attempt)
    {
        _attempt = attempt;
        var name = $"mlops-{Guid.NewGuid():N}";
        PipeName = OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
        _pipe = new NamedPipeServerStream(
            PipeName,
            PipeDirection.In,
            maxNumberOfServerInstances: 1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly
        );
    }

    /// <summary>The pipe's name, as the child opens it.</summary>
    public string PipeName { get; }

    /// <summary>Called when the child says that it leads a group of processes.</summary>
    public Action? Led { get; set; }

    /// <summary>Whether the child began.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>What became of the stage; null as long as the child has not said.</summary>
    public InvocationOutcome? Outcome { get; private set; }

    /// <summary>Reads until the child is done, or gone.</summary>
    public async Task ReadAsync(Task exit)
    {
        using var stop = new CancellationTokenSource();
        var connected = _pipe.WaitForConnectionAsync(stop.Token);
        await Task.WhenAny(connected, exit);
        await Task.WhenAny(connected, Task.Delay(TimeToConnect, CancellationToken.None));
        if (!connected.IsCompleted)
        {
            await stop.CancelAsync();
            return;
        }

        await connected;
        using var reader = new StreamReader(_pipe, Encoding.UTF8, leaveOpen: true);
        while (Outcome is null && await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            Take(ChildJson.ReadMessage(line));
        }
    }

    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private void Take(ChildMessage message)
    {
        switch (message.Kind)
        {
            case ChildMessageKind.Started:
                HasStarted = true;
                if (message.IsLed == true)
                {
                    Led?.Invoke();
                }

                break;
            case ChildMessageKind.Logged:
                _attempt.Log(message.Level ?? LogLevel.Information, message.Text ?? "", message.Details);
                break;
            case ChildMessageKind.Written:
                _attempt.WriteLine(message.IsError == true, message.Text ?? "");
                break;
            case ChildMessageKind.Metric:
                _attempt.LogMetric(message.Text ?? "", message.Value ?? 0, message.Step ?? 0);
                break;
            case ChildMessageKind.Progress:
                _attempt.ReportProgress(message.Value ?? 0, message.Text);
                break;
            case ChildMessageKind.Done:
                Outcome = message.Outcome;
                break;
            default:
                throw new FormatException($"A child sent a message of the unknown kind {message.Kind}.");
        }
    }
}
