using System.Runtime.CompilerServices;
using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>
/// Reads what the build wrote beside the program: <c>&lt;name&gt;.pipeline.json</c> (fingerprints) and <c>&lt;name&gt;.fingerprints.json</c> (what they were made of,
/// and of which builds of which assemblies). Fingerprints of other builds than those that run are worth nothing.
/// </summary>
internal static class FingerprintFiles
{
    private const int FormatVersion = 1;
    private const string Remedy = "Build the project, so that stages can be reused.";

    private static readonly ConditionalWeakTable<PipelineDefinition, StageFingerprints> Loaded = [];

    /// <summary>The fingerprints of a pipeline, or why there are none.</summary>
    public static StageFingerprints Load(PipelineDefinition definition) =>
        Loaded.GetValue(definition, static definition => Load(AppContext.BaseDirectory, definition.Name));

    /// <summary>Reads the fingerprints of a pipeline from a folder.</summary>
    public static StageFingerprints Load(string folder, string pipeline)
    {
        var manifest = Path.Combine(folder, $"{pipeline}.pipeline.json");
        var parts = Path.Combine(folder, $"{pipeline}.fingerprints.json");
        try
        {
            if (!File.Exists(manifest) || !File.Exists(parts))
            {
                return StageFingerprints.Unknown(
                    $"Nothing is reused: '{(File.Exists(manifest) ? parts : manifest)}', which the build writes, is missing. {Remedy}");
            }

            return ModuleCheck.FindDifference(parts, folder, FormatVersion) is { } difference
                ? StageFingerprints.Unknown($"Nothing is reused: {difference}. {Remedy}")
                : new StageFingerprints(ReadStages(manifest), () => FingerprintPartsReader.Read(parts, ReadStages(manifest)));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException or BadImageFormatException)
        {
            return StageFingerprints.Unknown($"Nothing is reused: the build's record in '{folder}' can't be read ({exception.Message}). {Remedy}");
        }
    }

    private static Dictionary<string, StageFingerprint> ReadStages(string manifest)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        var version = json.RootElement.GetProperty("formatVersion").GetInt32();
        if (version != FormatVersion)
        {
            throw new FormatException($"'{Path.GetFileName(manifest)}' has format {version}, not {FormatVersion}");
        }

        var stages = new Dictionary<string, StageFingerprint>(StringComparer.Ordinal);
        if (json.RootElement.TryGetProperty("fingerprints", out var fingerprints))
        {
            foreach (var stage in fingerprints.EnumerateObject())
            {
                var hash = ContentHash.Parse(stage.Value.GetProperty("fingerprint").GetString()!);
                string[] parameters = stage.Value.TryGetProperty("parameters", out var names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
                stages.Add(stage.Name, new StageFingerprint(hash, parameters));
            }
        }

        return stages;
    }
}
