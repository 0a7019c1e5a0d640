using System.Text.Json;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Reads what fingerprints were made of. Only an explanation needs it, so it is read when a stage is not reused.</summary>
internal static class FingerprintPartsReader
{
    /// <summary>Reads the parts of all stages. Where they are damaged, there are none: a run does without an explanation.</summary>
    public static RecordedParts Read(string path, IReadOnlyDictionary<string, StageFingerprint> fingerprints)
    {
        try
        {
            return new RecordedParts(ReadStages(path, fingerprints));
        }
        catch (Exception exception) when (FingerprintFiles.IsOfFile(exception))
        {
            return RecordedParts.Unreadable(
                $"What changed in the code can't be told: '{path}', which the build wrote, is damaged ({exception.Message}). "
                    + "Build the project to have it named."
            );
        }
    }

    private static Dictionary<string, FingerprintParts> ReadStages(string path, IReadOnlyDictionary<string, StageFingerprint> fingerprints)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        NamedText[] symbols =
        [
            .. json
                .RootElement.GetProperty("symbols")
                .EnumerateArray()
                .Select(static pair => new NamedText(pair[0].GetString()!, pair[1].GetString())),
        ];
        var parts = new Dictionary<string, FingerprintParts>(StringComparer.Ordinal);
        foreach (var stage in json.RootElement.GetProperty("stages").EnumerateObject())
        {
            if (fingerprints.TryGetValue(stage.Name, out var fingerprint))
            {
                NamedText[] own = [.. stage.Value.GetProperty("symbols").EnumerateArray().Select(index => symbols[index.GetInt32()])];
                string[] packages = [.. stage.Value.GetProperty("packages").EnumerateArray().Select(static name => name.GetString()!)];
                parts.Add(stage.Name, new FingerprintParts(fingerprint.Fingerprint, own, packages));
            }
        }

        return parts;
    }
}
