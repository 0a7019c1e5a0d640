using System.Text.Json;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.History;

/// <summary>Writes what the store knows of a run, stage by stage, as JSON.</summary>
internal static class RunDetailsJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, RunDetails details, IReadOnlyList<RunEvent> events)
    {
        writer.WriteStartObject();
        RunJson.WriteProperties(writer, details.Run);
        writer.WriteString("machine", details.Run.Start.Machine);
        writer.WriteString("runtimeVersion", details.Run.Start.RuntimeVersion);
        RunJson.WriteParameters(writer, details.Run.Start.Parameters);
        writer.WriteStartArray("stages");
        foreach (var stage in details.Stages)
        {
            WriteStage(writer, stage);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("published");
        foreach (var entry in details.Published)
        {
            writer.WriteStartObject();
            writer.WriteString("name", entry.Name);
            writer.WriteNumber("version", entry.Version);
            writer.WriteString("artifact", entry.Artifact.Hash.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (events.Count > 0)
        {
            WriteEvents(writer, events);
        }

        writer.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter writer, StageDetails stage)
    {
        var result = stage.Result;
        writer.WriteStartObject();
        writer.WriteString("stage", result.Stage);
        writer.WriteString("outcome", OutcomeText.Of(result.Outcome));
        writer.WriteIfAny("reason", result.Reason);
        writer.WriteSeconds("durationSeconds", result.Duration);
        if (result.Elements is { } elements)
        {
            writer.WriteStartObject("elements");
            writer.WriteNumber("executed", elements.Executed);
            writer.WriteNumber("reused", elements.Reused);
            writer.WriteNumber("failed", elements.Failed);
            writer.WriteEndObject();
        }

        if (stage.Execution is { } execution)
        {
            WriteExecution(writer, execution);
        }

        RunJson.WriteMetrics(writer, stage.Metrics);
        if (stage.Logs.Count > 0)
        {
            writer.WriteStartArray("logs");
            foreach (var line in stage.Logs)
            {
                writer.WriteStartObject();
                writer.WriteString("time", line.Time);
                writer.WriteString("level", line.Level.ToString().ToLowerInvariant());
                writer.WriteString("message", line.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteExecution(Utf8JsonWriter writer, ExecutionRecord execution)
    {
        writer.WriteString("executedIn", execution.RunId);
        writer.WriteIfAny("error", execution.Error);
        writer.WriteNumber("attempts", execution.Attempts);
        writer.WriteIfAny("cacheKey", execution.Key?.ToString());
        writer.WriteIfAny("fingerprint", execution.Parts.Fingerprint?.ToString());
        writer.WriteStartArray("outputs");
        foreach (var output in execution.Outputs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", output.Name);
            writer.WriteString("artifact", output.Artifact.Hash.ToString());
            writer.WriteNumber("length", output.Artifact.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEvents(Utf8JsonWriter writer, IReadOnlyList<RunEvent> events)
    {
        writer.WriteStartArray("events");
        foreach (var happened in events)
        {
            writer.WriteStartObject();
            writer.WriteString("time", happened.Time);
            writer.WriteString("kind", happened.Kind);
            writer.WriteIfAny("stage", happened.Stage);
            writer.WriteString("message", happened.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
