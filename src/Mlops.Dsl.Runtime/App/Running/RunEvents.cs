using System.Text.Json;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>Prints a run as JSON lines, one event each, while it goes on. The schema is documented in docs/command-line.md.</summary>
internal sealed class RunEvents(AppConsole console, TimeProvider clock) : IRunObserver
{
    /// <inheritdoc />
    public void RunStarted(RunInfo run) =>
        Print(
            "run-started",
            writer =>
            {
                writer.WriteString("run", run.RunId);
                writer.WriteString("pipeline", run.Definition.Name);
                writer.WriteString("version", run.Definition.Version);
                writer.WriteNumber("stages", run.Definition.Stages.Count);
                writer.WriteIfAny("resumeOf", run.ResumeOf);
            }
        );

    /// <inheritdoc />
    public void StageStarted(StageDefinition stage, string reason, int attempt) =>
        Print(
            "stage-started",
            writer =>
            {
                writer.WriteString("stage", stage.Name);
                writer.WriteString("reason", reason);
                writer.WriteNumber("attempt", attempt);
            }
        );

    /// <inheritdoc />
    public void StageProgressed(StageDefinition stage, double fraction, string? message) =>
        Print(
            "stage-progressed",
            writer =>
            {
                writer.WriteString("stage", stage.Name);
                writer.WriteDouble("fraction", fraction);
                writer.WriteIfAny("message", message);
            }
        );

    /// <inheritdoc />
    public void MetricLogged(StageDefinition stage, Metric metric) =>
        Print(
            "metric-logged",
            writer =>
            {
                writer.WriteString("stage", stage.Name);
                writer.WriteString("name", metric.Name);
                writer.WriteDouble("value", metric.Value);
                writer.WriteNumber("step", metric.Step);
            }
        );

    /// <inheritdoc />
    public void LineLogged(StageDefinition? stage, LogLevel level, string message) =>
        Print(
            "line-logged",
            writer =>
            {
                writer.WriteIfAny("stage", stage?.Name);
                writer.WriteString("level", level.ToString().ToLowerInvariant());
                writer.WriteString("message", message);
            }
        );

    /// <inheritdoc />
    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        Print(
            "stage-retrying",
            writer =>
            {
                writer.WriteString("stage", stage.Name);
                writer.WriteNumber("attempt", attempt);
                writer.WriteSeconds("delaySeconds", delay);
                WriteError(writer, error);
            }
        );

    /// <inheritdoc />
    public void StageFinished(StageReport report) =>
        Print(
            "stage-finished",
            writer =>
            {
                writer.WriteString("stage", report.Stage.Name);
                writer.WriteString("outcome", OutcomeText.Of(report.Outcome));
                writer.WriteString("reason", report.Reason);
                writer.WriteSeconds("durationSeconds", report.Duration);
                writer.WriteNumber("attempts", report.Attempts);
                if (report.Elements is { } elements)
                {
                    writer.WriteNumber("elements", elements);
                    writer.WriteNumber("reusedElements", report.ReusedElements);
                }

                if (report.ReusedFrom is { } earlier)
                {
                    // What this run measures itself is told as it happens.
                    writer.WriteString("reusedFrom", earlier);
                    RunJson.WriteMetrics(writer, report.Metrics);
                }

                RunJson.WriteFingerprintWarnings(writer, report.FingerprintWarnings);
                if (report.Gate is { } gate)
                {
                    writer.WriteStartObject("gate");
                    writer.WriteBoolean("passed", gate.Passed);
                    writer.WriteString("reason", gate.Reason);
                    writer.WriteEndObject();
                }

                if (report.Error is { } error)
                {
                    WriteError(writer, error);
                }
            }
        );

    /// <inheritdoc />
    public void Warned(string message) => Print("warning", writer => writer.WriteString("message", message));

    /// <inheritdoc />
    public void RunFinished(RunReport report) =>
        Print(
            "run-finished",
            writer =>
            {
                writer.WriteString("run", report.RunId);
                writer.WriteString("status", OutcomeText.Of(report.Status));
                writer.WriteNumber("exitCode", OutcomeText.ExitCodeOf(report.Status));
                writer.WriteSeconds("durationSeconds", report.Duration);
                foreach (
                    var outcome in (ReadOnlySpan<StageOutcome>)
                        [StageOutcome.Executed, StageOutcome.Reused, StageOutcome.Skipped, StageOutcome.Failed, StageOutcome.Cancelled]
                )
                {
                    writer.WriteNumber(OutcomeText.Of(outcome), report.Stages.Count(stage => stage.Outcome == outcome));
                }

                writer.WriteStartArray("published");
                foreach (var entry in report.Published)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", entry.Name);
                    writer.WriteNumber("version", entry.Version);
                    writer.WriteString("artifact", entry.Artifact.Hash.ToString());
                    writer.WriteBoolean("unchanged", entry.IsUnchanged);
                    writer.WriteNumber("missingApprovals", entry.MissingApprovals);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );

    private static void WriteError(Utf8JsonWriter writer, StageError error)
    {
        writer.WriteStartObject("error");
        writer.WriteString("message", error.Message);
        writer.WriteIfAny("location", error.Location);
        writer.WriteIfAny("details", error.Details);
        if (error.Element is { } element)
        {
            writer.WriteNumber("element", element);
        }

        writer.WriteEndObject();
    }

    private void Print(string name, Action<Utf8JsonWriter> write)
    {
        console.Out.WriteLine(
            JsonText.Line(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("event", name);
                writer.WriteString("time", clock.GetUtcNow());
                write(writer);
                writer.WriteEndObject();
            })
        );
        console.Out.Flush();
    }
}
