using Microsoft.Extensions.Logging;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Passes on what a stage logs, or keeps it where nobody listens.</summary>
internal sealed class LineCollector(IInvocationEvents? events, LogLevel lowest) : ILoggerFactory, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<LogLine> _lines = [];

    /// <summary>The lines that nobody was told of.</summary>
    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The lines go to the run.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && logLevel < LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var message = formatter(state, exception);
        if (events is not null)
        {
            events.Log(logLevel, message, exception?.ToString());
            return;
        }

        lock (_gate)
        {
            var text = exception is null ? message : $"{message}{Environment.NewLine}{exception}";
            _lines.Add(new LogLine(TimeProvider.System.GetUtcNow(), logLevel, text));
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}

/// <summary>Passes on what observers are told of a stage.</summary>
internal sealed class EventRelay(IInvocationEvents events) : IRunObserver
{
    public void StageProgressed(Execution.StageDefinition stage, double fraction, string? message) =>
        events.ReportProgress(fraction, message);

    public void MetricLogged(Execution.StageDefinition stage, Metric metric) => events.LogMetric(metric.Name, metric.Value, metric.Step);
}
