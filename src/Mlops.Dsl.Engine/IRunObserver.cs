using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Is told about a run while it goes on, one call at a time and from changing threads. A stage is reported finished when what it computed
/// is kept; stages that depend on it may have been started before. Calls must return quickly: the run waits for them.
/// </summary>
public interface IRunObserver
{
    /// <summary>The run starts.</summary>
    void RunStarted(RunInfo run) { }

    /// <summary>A stage's method is about to be called. Reused and skipped stages are never started, only finished.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="reason">Why it runs, such as <c>first time</c>.</param>
    /// <param name="attempt">1, or more for a retry.</param>
    void StageStarted(StageDefinition stage, string reason, int attempt) { }

    /// <summary>A stage tells how far it is; a stage that runs once per element is as far as its elements.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="fraction">The share that is done, 0 to 1.</param>
    /// <param name="message">What it is doing.</param>
    void StageProgressed(StageDefinition stage, double fraction, string? message) { }

    /// <summary>A stage recorded a metric.</summary>
    void MetricLogged(StageDefinition stage, Metric metric) { }

    /// <summary>A stage or the engine logged a line.</summary>
    void LineLogged(StageDefinition? stage, LogLevel level, string message) { }

    /// <summary>An attempt failed and the stage will be tried again.</summary>
    void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) { }

    /// <summary>It is known what became of a stage.</summary>
    void StageFinished(StageReport report) { }

    /// <summary>Something that the user should know and that does not stop the run.</summary>
    void Warned(string message) { }

    /// <summary>The run is over and what it did is kept.</summary>
    void RunFinished(RunReport report) { }
}
