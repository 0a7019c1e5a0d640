using System.Text;
using System.Text.Json;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Manifests;

/// <summary>
/// The warnings that every build repeats: a line for each stage whose fingerprint does not see everything, with its place, a
/// space, and the text, both in Base64. A stage that runs in every run misses nothing by it.
/// </summary>
internal static class WarningsFile
{
    /// <summary>The lines about a pipeline.</summary>
    /// <param name="pipeline">The fingerprints.</param>
    /// <param name="findPlace">Finds where a method of the pipeline's class is written: takes the type's metadata name and the
    /// method's name.</param>
    public static IEnumerable<string> LinesOf(PipelineFingerprints pipeline, Func<string, string, string> findPlace)
    {
        using var manifest = JsonDocument.Parse(pipeline.Manifest);
        var type = manifest.RootElement.GetProperty("type").GetString()!;
        var declared = manifest
            .RootElement.GetProperty("stages")
            .EnumerateArray()
            .ToDictionary(static stage => stage.GetProperty("name").GetString()!, StringComparer.Ordinal);
        foreach (var stage in pipeline.Stages.Where(stage => stage.Warnings.Count > 0 && !IsRunEveryTime(declared[stage.Name])))
        {
            var text =
                $"The fingerprint of stage '{stage.Name}' does not see all of its code, so that a change there is not noticed. "
                + string.Join(' ', stage.Warnings);
            yield return $"{Encode(findPlace(type, declared[stage.Name].GetProperty("method").GetString()!))} {Encode(text)}";
        }
    }

    private static bool IsRunEveryTime(JsonElement stage) =>
        stage.TryGetProperty("noCache", out _) || stage.TryGetProperty("effect", out _);

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
