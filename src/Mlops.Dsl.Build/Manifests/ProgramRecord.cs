using System.Text.Json;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Walking;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Build.Manifests;

/// <summary>
/// What a program compares itself with before it trusts the fingerprints: the manifest and the modules that belong to them, and
/// what they don't see.
/// </summary>
public static class ProgramRecord
{
    /// <summary>The record as one line of JSON, which is hashed as it stands.</summary>
    /// <param name="pipeline">The fingerprints.</param>
    /// <param name="modules">What was walked.</param>
    /// <param name="unreferenced">The file names of the modules that no reference names.</param>
    /// <param name="manifest">The SHA-256 of the manifest that was written with the fingerprints: 64 hexadecimal digits.</param>
    public static byte[] Format(PipelineFingerprints pipeline, ModuleSet modules, IReadOnlySet<string> unreferenced, string manifest)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(unreferenced);
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = ManifestFile.Style.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString(RecordFormat.Manifest, manifest);
            WriteModules(
                writer,
                modules,
                unreferenced,
                pipeline.Stages.SelectMany(stage => stage.Packages).ToHashSet(StringComparer.Ordinal)
            );
            writer.WriteStartObject(RecordFormat.Warnings);
            foreach (var stage in pipeline.Stages.Where(stage => stage.Warnings.Count > 0))
            {
                WriteTexts(writer, stage.Name, stage.Warnings);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return text.ToArray();
    }

    /// <summary>Writes a property with an array of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    /// <summary>Packages that no stage reaches may change, or be trimmed away.</summary>
    private static void WriteModules(Utf8JsonWriter writer, ModuleSet modules, IReadOnlySet<string> unreferenced, HashSet<string> reached)
    {
        writer.WriteStartArray(RecordFormat.Modules);
        foreach (var module in modules.Walked)
        {
            WriteModule(writer, module.Name, module.FileName, module.Mvid, module.ContentHash, unreferenced.Contains(module.FileName));
        }

        foreach (var module in modules.Packages.Where(module => reached.Contains(module.Identity)))
        {
            WriteModule(writer, module.Name, module.FileName, module.Mvid, content: null, isOptional: false);
        }

        writer.WriteEndArray();
    }

    private static void WriteModule(Utf8JsonWriter writer, string name, string file, Guid mvid, string? content, bool isOptional)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordFormat.ModuleName, name);
        writer.WriteString(RecordFormat.ModuleFile, file);
        writer.WriteString(RecordFormat.ModuleId, mvid);
        if (content is not null)
        {
            writer.WriteString(RecordFormat.ModuleContent, content);
        }

        if (isOptional)
        {
            writer.WriteBoolean(RecordFormat.ModuleIsOptional, value: true);
        }

        writer.WriteEndObject();
    }
}
