using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>Keeps every text that an observer is told.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public List<string> Texts { get; } = [];

    /// <summary>Every text of a stage's report.</summary>
    public static IEnumerable<string> TextsOf(StageReport report) =>
        [
            report.Reason,
            report.Error?.Message ?? "",
            report.Error?.Details ?? "",
            report.Gate?.Reason ?? "",
            .. report.Metrics.Select(static metric => metric.Name),
            .. report.Changes.SelectMany(static change => new[] { change.Name, change.Before ?? "", change.After ?? "" }),
        ];

    public void StageStarted(StageDefinition stage, string reason, int attempt) => Texts.Add(reason);

    public void StageProgressed(StageDefinition stage, double fraction, string? message) => Texts.Add(message ?? "");

    public void MetricLogged(StageDefinition stage, Metric metric) => Texts.Add(metric.Name);

    public void LineLogged(StageDefinition? stage, LogLevel level, string message) => Texts.Add(message);

    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        Texts.AddRange([error.Message, error.Details ?? ""]);

    public void StageFinished(StageReport report) => Texts.AddRange(TextsOf(report));

    public void Warned(string message) => Texts.Add(message);
}

/// <summary>Keeps every text that the program's logging is given.</summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    public List<string> Texts { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Add(state.ToString()!);
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Add($"{formatter(state, exception)} {state} {exception}");

    public void Dispose()
    {
        // There is nothing to let go of.
    }

    private void Add(string text)
    {
        lock (Texts)
        {
            Texts.Add(text);
        }
    }
}
