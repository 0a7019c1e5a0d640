using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Tells the observers what happens, without secrets, one call at a time. An observer that throws is told nothing more, and the run goes
/// on.
/// </summary>
internal sealed class ObserverHub
{
    private readonly ILogger _logger;
    private readonly SecretMask _secrets;
    private readonly Lock _gate = new();
    private readonly List<IRunObserver> _observers;
    private readonly List<string> _warnings = [];
    private readonly LineMailbox<(StageDefinition Stage, LogLevel Level)> _written;

    public ObserverHub(IReadOnlyList<IRunObserver> observers, ILogger logger, SecretMask secrets)
    {
        _logger = logger;
        _secrets = secrets;
        _observers = [.. observers];
        _written = new(
            _gate,
            (origin, line) =>
                TellNow((origin, line), static (observer, call) => observer.LineLogged(call.origin.Stage, call.origin.Level, call.line))
        );
    }

    /// <summary>Whether nobody listens.</summary>
    public bool IsEmpty => _observers.Count == 0;

    /// <summary>What was warned of.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (_gate)
            {
                return [.. _warnings];
            }
        }
    }

    public void RunStarted(RunInfo run) => Tell(run, static (observer, run) => observer.RunStarted(run));

    public void StageStarted(StageDefinition stage, string reason, int attempt)
    {
        if (!IsEmpty)
        {
            Tell(
                (stage, reason: _secrets.Apply(reason), attempt),
                static (observer, call) => observer.StageStarted(call.stage, call.reason, call.attempt)
            );
        }
    }

    public void StageProgressed(StageDefinition stage, double fraction, string? message) =>
        Tell(
            (stage, fraction, message: _secrets.ApplyIfAny(message)),
            static (observer, call) => observer.StageProgressed(call.stage, call.fraction, call.message)
        );

    public void MetricLogged(StageDefinition stage, Metric metric) =>
        Tell((stage, metric: _secrets.Apply(metric)), static (observer, call) => observer.MetricLogged(call.stage, call.metric));

    public void LineLogged(StageDefinition? stage, LogLevel level, string message) =>
        Tell(
            (stage, level, message: _secrets.Apply(message)),
            static (observer, call) => observer.LineLogged(call.stage, call.level, call.message)
        );

    /// <summary>Tells of a line that a stage wrote to the console, soon and before anything that is told later.</summary>
    public void LineWritten(StageDefinition stage, LogLevel level, string line)
    {
        if (!IsEmpty)
        {
            _written.Post((stage, level), _secrets.Apply(line));
        }
    }

    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        Tell(
            (stage, error: _secrets.Apply(error), attempt, delay),
            static (observer, call) => observer.StageRetrying(call.stage, call.error, call.attempt, call.delay)
        );

    public void StageFinished(StageReport report) => Tell(report, static (observer, report) => observer.StageFinished(report));

    public void RunFinished(RunReport report) => Tell(report, static (observer, report) => observer.RunFinished(report));

    /// <summary>Warns the user, each time only once of the same thing.</summary>
    public void Warn(string message)
    {
        message = _secrets.Apply(message);
        lock (_gate)
        {
            if (_warnings.Contains(message, StringComparer.Ordinal))
            {
                return;
            }

            _warnings.Add(message);
        }

        _logger.LogWarning("{Message}", message);
        Tell(message, static (observer, message) => observer.Warned(message));
    }

    private void Tell<T>(T call, Action<IRunObserver, T> tell)
    {
        _written.Deliver();
        TellNow(call, tell);
    }

    private void TellNow<T>(T call, Action<IRunObserver, T> tell)
    {
        List<(IRunObserver Observer, Exception Exception)>? failures = null;
        lock (_gate)
        {
            for (var i = _observers.Count - 1; i >= 0; i--)
            {
                try
                {
                    tell(_observers[i], call);
                }
                catch (Exception exception)
                {
                    (failures ??= []).Add((_observers[i], exception));
                    _observers.RemoveAt(i);
                }
            }
        }

        // Not under the lock: a logger may wait for the console, and what is written to the console for the lock.
        foreach (var (observer, exception) in failures ?? [])
        {
            _logger.LogError(exception, "A run observer of type {Observer} failed and is told nothing more.", observer.GetType());
        }
    }
}
