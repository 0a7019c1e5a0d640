using System.Text.Encodings.Web;
using System.Text.Json;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Manifests;

/// <summary>Writes <c>&lt;name&gt;.pipeline.json</c>: the generated manifest, completed with the fingerprints.</summary>
public static class ManifestFile
{
    /// <summary>How all files of the tool are written: the same on every system, and as a person would.</summary>
    internal static readonly JsonWriterOptions Style = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's name: a program that runs another project's pipeline has a file of its own for it.</summary>
    public static string NameFor(PipelineFingerprints pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.Host is { } host ? $"{pipeline.Name}.{host}.hosted.json" : pipeline.Name + ".pipeline.json";
    }

    /// <summary>Writes the file's content.</summary>
    public static void Write(Stream output, PipelineFingerprints pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        using var manifest = JsonDocument.Parse(pipeline.Manifest);
        using var writer = new Utf8JsonWriter(output, Style);
        writer.WriteStartObject();
        foreach (var property in manifest.RootElement.EnumerateObject())
        {
            property.WriteTo(writer);
        }

        writer.WriteStartObject("fingerprints");
        foreach (var stage in pipeline.Stages)
        {
            writer.WriteStartObject(stage.Name);
            writer.WriteString("fingerprint", stage.Fingerprint);
            writer.WriteStartArray("parameters");
            foreach (var parameter in stage.Parameters)
            {
                writer.WriteStringValue(parameter);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
