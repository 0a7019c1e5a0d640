using System.Security.Cryptography;
using System.Text.Json;
using Mlops.Dsl.Build.Manifests.Constants;
using Mlops.Dsl.Build.Walking;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Build.Manifests;

/// <summary>
/// Writes <c>&lt;name&gt;.fingerprints.json</c>: what the fingerprints speak of and the parts that each is made of, so that a
/// program can tell whether it is what was walked, and <c>explain</c> can name what changed.
/// </summary>
public static class FingerprintsFile
{
    // A part's hash serves to tell that it changed; 64 bits of it do.
    private const int ShownDigits = 16;

    /// <summary>The file's name.</summary>
    public static string NameFor(PipelineFingerprints pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.Host is { } host ? $"{pipeline.Name}.{host}.hosted-fingerprints.json" : pipeline.Name + ".fingerprints.json";
    }

    /// <summary>Writes the file's content.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="pipeline">The fingerprints.</param>
    /// <param name="program">What they speak of; see <see cref="ProgramRecord"/>.</param>
    /// <param name="constants">Which constants were compiled into the parts.</param>
    public static void Write(Stream output, PipelineFingerprints pipeline, byte[] program, SymbolConstants constants)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(constants);
        using var writer = new Utf8JsonWriter(output, ManifestFile.Style);
        writer.WriteStartObject();
        writer.WriteNumber(RecordFormat.FormatVersion, RecordFormat.Version);
        writer.WriteString(RecordFormat.Seal, Convert.ToHexStringLower(SHA256.HashData(program)));
        writer.WritePropertyName(RecordFormat.Program);
        writer.WriteRawValue(program);
        var symbols = pipeline
            .Stages.SelectMany(stage => stage.Symbols)
            .Distinct()
            .OrderBy(symbol => symbol.Symbol, StringComparer.Ordinal)
            .ThenBy(symbol => symbol.Hash, StringComparer.Ordinal)
            .ToArray();
        WriteSymbols(writer, symbols, constants);
        WriteStages(writer, pipeline, symbols, constants.Tables.Count());
        writer.WriteEndObject();
    }

    private static void WriteSymbols(Utf8JsonWriter writer, SymbolHash[] symbols, SymbolConstants constants)
    {
        writer.WriteStartArray("symbols");
        foreach (var symbol in symbols)
        {
            WriteSymbol(writer, symbol.Symbol, constants.Describe(symbol.Symbol, symbol.Hash[..ShownDigits]));
        }

        // Every stage has these: what the compiler folded leaves no value of its own in the code.
        foreach (var (name, details) in constants.Tables)
        {
            WriteSymbol(writer, name, details);
        }

        writer.WriteEndArray();
    }

    private static void WriteSymbol(Utf8JsonWriter writer, string name, SymbolDetails details)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(name);
        writer.WriteStringValue(details.ToString());
        writer.WriteEndArray();
    }

    private static void WriteStages(Utf8JsonWriter writer, PipelineFingerprints pipeline, SymbolHash[] symbols, int tables)
    {
        var indices = symbols.Index().ToDictionary(symbol => symbol.Item, symbol => symbol.Index);
        writer.WriteStartObject("stages");
        foreach (var stage in pipeline.Stages)
        {
            writer.WriteStartObject(stage.Name);
            writer.WriteStartArray("symbols");
            foreach (
                var index in stage
                    .Symbols.Select(symbol => indices[symbol])
                    .Distinct()
                    .Order()
                    .Concat(Enumerable.Range(symbols.Length, tables))
            )
            {
                writer.WriteNumberValue(index);
            }

            writer.WriteEndArray();
            ProgramRecord.WriteTexts(writer, "packages", stage.Packages);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
