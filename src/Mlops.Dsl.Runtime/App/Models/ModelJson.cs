using System.Text.Json;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Models;

/// <summary>Writes what people decided as JSON.</summary>
internal static class ModelJson
{
    /// <summary>Writes a version as an object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="version">The version.</param>
    /// <param name="code">The code that it comes of; null leaves that out.</param>
    public static void Write(Utf8JsonWriter writer, ModelVersion version, IReadOnlyList<ModelCode>? code = null)
    {
        var entry = version.Entry;
        writer.WriteStartObject();
        writer.WriteString("name", entry.Name);
        writer.WriteNumber("version", entry.Version);
        writer.WriteStartArray("aliases");
        foreach (var alias in version.Aliases)
        {
            writer.WriteStringValue(alias);
        }

        writer.WriteEndArray();
        writer.WriteNumber("requiredApprovals", version.RequiredApprovals);
        writer.WriteNumber("missingApprovals", version.MissingApprovals);
        writer.WriteBoolean("rejected", version.IsRejected);
        writer.WriteBoolean("usable", version.IsUsable);
        writer.WriteString("type", entry.TypeName);
        writer.WriteString("artifact", entry.Artifact.Hash.ToString());
        writer.WriteNumber("length", entry.Artifact.Length);
        writer.WriteString("run", entry.RunId);
        writer.WriteString("published", entry.Published);
        writer.WriteStartArray("reviews");
        foreach (var review in version.Reviews)
        {
            writer.WriteStartObject();
            writer.WriteString("reviewer", review.Reviewer);
            writer.WriteBoolean("approved", review.IsApproval);
            writer.WriteIfAny("comment", review.Comment);
            writer.WriteString("time", review.Time);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (code is not null)
        {
            Write(writer, code);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes an audit record as an object.</summary>
    public static void Write(Utf8JsonWriter writer, AuditRecord record)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", record.Sequence);
        writer.WriteString("time", record.Time);
        writer.WriteString("actor", record.Actor);
        writer.WriteString("action", record.Action);
        writer.WriteString("name", record.Name);
        if (record.Version is { } version)
        {
            writer.WriteNumber("version", version);
        }

        writer.WriteIfAny("detail", record.Detail);
        writer.WriteString("hash", record.Hash);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ModelCode> code)
    {
        writer.WriteStartArray("code");
        foreach (var stage in code)
        {
            writer.WriteStartObject();
            writer.WriteString("pipelineType", stage.PipelineType);
            writer.WriteString("stage", stage.Stage);
            writer.WriteIfAny("fingerprint", stage.Fingerprint?.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
