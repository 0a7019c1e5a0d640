using System.IO.Pipes;
using System.Text;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.App.Isolation;

/// <summary>Tells the parent what the stage does.</summary>
internal sealed class ChildReporter : IInvocationEvents, IAsyncDisposable
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly NamedPipeClientStream _pipe;

    private ChildReporter(NamedPipeClientStream pipe) => _pipe = pipe;

    /// <summary>Says that the stage begins.</summary>
    public static async Task<ChildReporter> ConnectAsync(string name, bool isLed)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.Out, PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync(TimeToConnect, CancellationToken.None);
        var reporter = new ChildReporter(pipe);
        reporter.Send(new ChildMessage { Kind = ChildMessageKind.Started, IsLed = isLed });
        return reporter;
    }

    public void Log(LogLevel level, string message, string? details = null) =>
        Send(
            new ChildMessage
            {
                Kind = ChildMessageKind.Logged,
                Level = level,
                Text = message,
                Details = details,
            }
        );

    public void WriteLine(bool isError, string line) =>
        Send(
            new ChildMessage
            {
                Kind = ChildMessageKind.Written,
                IsError = isError,
                Text = line,
            }
        );

    public void LogMetric(string name, double value, long step) =>
        Send(
            new ChildMessage
            {
                Kind = ChildMessageKind.Metric,
                Text = name,
                Value = value,
                Step = step,
            }
        );

    public void ReportProgress(double fraction, string? message) =>
        Send(
            new ChildMessage
            {
                Kind = ChildMessageKind.Progress,
                Value = fraction,
                Text = message,
            }
        );

    /// <summary>Says what became of the stage: the last message.</summary>
    public void Report(InvocationOutcome outcome) => Send(new ChildMessage { Kind = ChildMessageKind.Done, Outcome = outcome });

    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private void Send(ChildMessage message)
    {
        var bytes = Encoding.UTF8.GetBytes(ChildJson.Write(message) + "\n");
        lock (_gate)
        {
            _pipe.Write(bytes);
        }
    }
}
