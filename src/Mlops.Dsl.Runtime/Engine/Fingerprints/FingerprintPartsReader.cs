using System.Text.Json;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Reads what fingerprints were made of. Only an explanation needs it, so it is read when a stage is not reused.</summary>
internal static class FingerprintPartsReader
{
    /// <summary>Reads the parts of all stages.</summary>
    public static IReadOnlyDictionary<string, FingerprintParts> Read(string path, IReadOnlyDictionary<string, StageFingerprint> fingerprints)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        NamedText[] symbols = [.. json.RootElement.GetProperty("symbols").EnumerateArray().Select(static pair => new NamedText(pair[0].GetString()!, pair[1].GetString()))];
        var parts = new Dictionary<string, FingerprintParts>(StringComparer.Ordinal);
        foreach (var stage in json.RootElement.GetProperty("stages").EnumerateObject())
        {
            if (fingerprints.TryGetValue(stage.Name, out var fingerprint))
            {
                NamedText[] own = stage.Value.TryGetProperty("symbols", out var indices) ? [.. indices.EnumerateArray().Select(index => symbols[index.GetInt32()])] : [];
                string[] packages = stage.Value.TryGetProperty("packages", out var names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
                parts.Add(stage.Name, new FingerprintParts(fingerprint.Fingerprint, own, packages));
            }
        }

        return parts;
    }
}
