using System.Text.Json;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Manifests;

/// <summary>
/// Writes <c>&lt;name&gt;.fingerprints.json</c>: the modules that the fingerprints speak of and the parts that each is made of, so that a
/// program can tell whether it is what was walked, and <c>explain</c> can name what changed.
/// </summary>
public static class FingerprintsFile
{
    private const int FormatVersion = 1;

    // A part's hash serves to tell that it changed; 64 bits of it do.
    private const int ShownDigits = 16;

    /// <summary>The file's name.</summary>
    public static string NameFor(string pipeline) => pipeline + ".fingerprints.json";

    /// <summary>Writes the file's content.</summary>
    public static void Write(Stream output, PipelineFingerprints pipeline, ModuleSet modules)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(modules);
        using var writer = new Utf8JsonWriter(output, ManifestFile.Style);
        writer.WriteStartObject();
        writer.WriteNumber("formatVersion", FormatVersion);
        WriteModules(writer, modules, pipeline.Stages.SelectMany(stage => stage.Packages).ToHashSet(StringComparer.Ordinal));
        var symbols = pipeline.Stages.SelectMany(stage => stage.Symbols).Distinct()
            .OrderBy(symbol => symbol.Symbol, StringComparer.Ordinal)
            .ThenBy(symbol => symbol.Hash, StringComparer.Ordinal)
            .ToArray();
        WriteSymbols(writer, symbols);
        WriteStages(writer, pipeline, symbols);
        writer.WriteEndObject();
    }

    /// <summary>Packages that no stage reaches may change, or be trimmed away.</summary>
    private static void WriteModules(Utf8JsonWriter writer, ModuleSet modules, HashSet<string> reached)
    {
        writer.WriteStartArray("modules");
        foreach (var module in modules.Walked)
        {
            WriteModule(writer, module.Name, module.FileName, module.Mvid, "walked");
        }

        foreach (var module in modules.Packages.Where(module => reached.Contains(module.Identity)))
        {
            WriteModule(writer, module.Name, module.FileName, module.Mvid, "package");
        }

        writer.WriteEndArray();
    }

    private static void WriteModule(Utf8JsonWriter writer, string name, string file, Guid mvid, string role)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("file", file);
        writer.WriteString("mvid", mvid);
        writer.WriteString("role", role);
        writer.WriteEndObject();
    }

    private static void WriteSymbols(Utf8JsonWriter writer, SymbolHash[] symbols)
    {
        writer.WriteStartArray("symbols");
        foreach (var symbol in symbols)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(symbol.Symbol);
            writer.WriteStringValue(symbol.Hash.AsSpan(0, ShownDigits));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteStages(Utf8JsonWriter writer, PipelineFingerprints pipeline, SymbolHash[] symbols)
    {
        var indices = symbols.Index().ToDictionary(symbol => symbol.Item, symbol => symbol.Index);
        writer.WriteStartObject("stages");
        foreach (var stage in pipeline.Stages)
        {
            writer.WriteStartObject(stage.Name);
            writer.WriteStartArray("symbols");
            foreach (var index in stage.Symbols.Select(symbol => indices[symbol]).Distinct().Order())
            {
                writer.WriteNumberValue(index);
            }

            writer.WriteEndArray();
            WriteTexts(writer, "packages", stage.Packages);
            WriteTexts(writer, "warnings", stage.Warnings);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
