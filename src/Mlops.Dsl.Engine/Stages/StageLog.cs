using System.Globalization;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What a stage logs: kept with its execution, told to the observers, and passed on to the program's own logging.</summary>
internal sealed class StageLog(StageDefinition stage, ILogger next, ObserverHub observers, SecretMask secrets, TimeProvider clock) : ILogger
{
    /// <summary>Lines beyond this many are counted, not kept: a log is for reading.</summary>
    public const int MaxLines = 10_000;

    private readonly Lock _gate = new();
    private readonly List<LogLine> _lines = [];
    private long _dropped;

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return _dropped == 0
                    ? [.. _lines]
                    :
                    [
                        .. _lines,
                        new LogLine(
                            clock.GetUtcNow(),
                            LogLevel.Warning,
                            string.Create(CultureInfo.InvariantCulture, $"{_dropped} more lines were not kept.")
                        ),
                    ];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => secrets.IsEmpty ? next.BeginScope(state) : next.BeginScope(secrets.Apply(state.ToString() ?? ""));

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None || next.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (next.IsEnabled(logLevel))
        {
            // A logger that writes to the console must not make a second line of this one.
            var output = StageOutput.Current;
            StageOutput.Current = null;
            try
            {
                Pass(logLevel, eventId, state, exception, formatter);
            }
            finally
            {
                StageOutput.Current = output;
            }
        }

        if (logLevel is < LogLevel.Information or LogLevel.None)
        {
            return;
        }

        var message = secrets.Apply(formatter(state, exception));
        Add(logLevel, exception is null ? message : $"{message}{Environment.NewLine}{secrets.Apply(exception.ToString())}");
        observers.LineLogged(stage, logLevel, message);
    }

    /// <summary>
    /// Keeps what was written to the console and tells the observers. The program's own logging, which may write there itself, is not told.
    /// </summary>
    public void Keep(LogLevel level, string line)
    {
        line = secrets.Apply(line);
        Add(level, line);
        observers.LineWritten(stage, level, line);
    }

    /// <summary>Keeps a line.</summary>
    public void Add(LogLevel level, string message)
    {
        lock (_gate)
        {
            if (_lines.Count < MaxLines)
            {
                _lines.Add(new LogLine(clock.GetUtcNow(), level, message));
            }
            else
            {
                _dropped++;
            }
        }
    }

    private void Pass<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (secrets.IsEmpty)
        {
            next.Log(level, id, state, exception, formatter);
            return;
        }

        // A structured state can hold a secret in any of its values: only the text is passed on.
        var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)}{Environment.NewLine}{exception}";
        next.Log(level, id, secrets.Apply(text), exception: null, static (text, _) => text);
    }
}
