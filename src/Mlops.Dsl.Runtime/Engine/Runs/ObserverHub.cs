using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>
/// Tells the observers what happens, without secrets, one call at a time. An observer that throws is told nothing more, and the run goes on.
/// </summary>
internal sealed class ObserverHub(IReadOnlyList<IRunObserver> observers, ILogger logger, SecretMask secrets)
{
    private readonly Lock _gate = new();
    private readonly List<IRunObserver> _observers = [.. observers];
    private readonly List<string> _warnings = [];

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
            Tell((stage, reason: secrets.Apply(reason), attempt), static (observer, call) => observer.StageStarted(call.stage, call.reason, call.attempt));
        }
    }

    public void StageProgressed(StageDefinition stage, double fraction, string? message) =>
        Tell((stage, fraction, message: secrets.ApplyIfAny(message)), static (observer, call) => observer.StageProgressed(call.stage, call.fraction, call.message));

    public void MetricLogged(StageDefinition stage, Metric metric) =>
        Tell((stage, metric: secrets.Apply(metric)), static (observer, call) => observer.MetricLogged(call.stage, call.metric));

    public void LineLogged(StageDefinition? stage, LogLevel level, string message) =>
        Tell((stage, level, message: secrets.Apply(message)), static (observer, call) => observer.LineLogged(call.stage, call.level, call.message));

    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        Tell((stage, error: secrets.Apply(error), attempt, delay), static (observer, call) => observer.StageRetrying(call.stage, call.error, call.attempt, call.delay));

    public void StageFinished(StageReport report) => Tell(report, static (observer, report) => observer.StageFinished(report));

    public void RunFinished(RunReport report) => Tell(report, static (observer, report) => observer.RunFinished(report));

    /// <summary>Warns the user, each time only once of the same thing.</summary>
    public void Warn(string message)
    {
        message = secrets.Apply(message);
        lock (_gate)
        {
            if (_warnings.Contains(message, StringComparer.Ordinal))
            {
                return;
            }

            _warnings.Add(message);
        }

        logger.LogWarning("{Message}", message);
        Tell(message, static (observer, message) => observer.Warned(message));
    }

    private void Tell<T>(T call, Action<IRunObserver, T> tell)
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
            logger.LogError(exception, "A run observer of type {Observer} failed and is told nothing more.", observer.GetType());
        }
    }
}
