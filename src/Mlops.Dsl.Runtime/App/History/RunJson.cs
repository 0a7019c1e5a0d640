using System.Text.Json;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.History;

/// <summary>Writes what the store knows of a run as JSON.</summary>
internal static class RunJson
{
    /// <summary>Writes the run's own properties into an object that is open.</summary>
    public static void WriteProperties(Utf8JsonWriter writer, RunRecord run)
    {
        writer.WriteString("run", run.Id);
        writer.WriteString("pipeline", run.Start.Pipeline);
        writer.WriteString("version", run.Start.PipelineVersion);
        writer.WriteString("status", OutcomeText.Of(run.Status));
        writer.WriteIfAny("reason", run.Reason);
        writer.WriteString("started", run.Start.Started);
        if (run.Finished is { } finished)
        {
            writer.WriteString("finished", finished);
            writer.WriteSeconds("durationSeconds", finished - run.Start.Started);
        }

        writer.WriteIfAny("resumeOf", run.Start.Parent);
        if (run.Start.Window is { } window)
        {
            writer.WriteStartObject("window");
            writer.WriteString("start", window.Start);
            writer.WriteString("end", window.End);
            writer.WriteEndObject();
        }

        writer.WriteIfAny("askedForBy", run.Start.AskedForBy);
        if (run.Start is { AskedForBy: null, Tick: { } tick })
        {
            writer.WriteString("tick", tick.Time);
        }

        writer.WriteNumber("executed", run.Outcomes.Executed);
        writer.WriteNumber("reused", run.Outcomes.Reused);
        writer.WriteNumber("skipped", run.Outcomes.Skipped);
        writer.WriteNumber("failed", run.Outcomes.Failed);
        writer.WriteNumber("cancelled", run.Outcomes.Cancelled);
    }

    /// <summary>Writes the parameters; a secret has no value.</summary>
    public static void WriteParameters(Utf8JsonWriter writer, IEnumerable<RunParameter> parameters)
    {
        writer.WriteStartArray("parameters");
        foreach (var parameter in parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            if (parameter.IsSecret)
            {
                writer.WriteBoolean("secret", value: true);
            }
            else
            {
                writer.WriteString("value", parameter.Value);
                writer.WriteBoolean("default", parameter.IsDefault);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes what a stage's fingerprint does not see, where there is anything.</summary>
    public static void WriteFingerprintWarnings(Utf8JsonWriter writer, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("fingerprintWarnings");
        foreach (var warning in warnings)
        {
            writer.WriteStringValue(warning);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes metrics as an array.</summary>
    public static void WriteMetrics(Utf8JsonWriter writer, IEnumerable<Metric> metrics)
    {
        writer.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            writer.WriteDouble("value", metric.Value);
            writer.WriteNumber("step", metric.Step);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
