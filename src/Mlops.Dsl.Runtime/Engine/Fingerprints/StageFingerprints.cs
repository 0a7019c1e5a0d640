using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>What the build knows of the code of a pipeline's stages.</summary>
/// <param name="stages">The fingerprints by stage.</param>
/// <param name="loadParts">Reads what they were made of, when it is first asked for.</param>
/// <param name="problem">Why nothing is known, and what to do about it; otherwise null.</param>
internal sealed class StageFingerprints(
    IReadOnlyDictionary<string, StageFingerprint> stages, Func<IReadOnlyDictionary<string, FingerprintParts>> loadParts, string? problem = null)
{
    private readonly Lazy<IReadOnlyDictionary<string, FingerprintParts>> _parts = new(loadParts);

    /// <summary>Why nothing is known, and what to do about it; otherwise null.</summary>
    public string? Problem => problem;

    /// <summary>Fingerprints that are not known, for a reason.</summary>
    public static StageFingerprints Unknown(string problem) =>
        new(new Dictionary<string, StageFingerprint>(StringComparer.Ordinal), static () => new Dictionary<string, FingerprintParts>(StringComparer.Ordinal), problem);

    /// <summary>The fingerprint of a stage, or null.</summary>
    public StageFingerprint? Find(string stage) => stages.GetValueOrDefault(stage);

    /// <summary>What a stage's fingerprint was made of, or null.</summary>
    public FingerprintParts? FindParts(string stage) => _parts.Value.GetValueOrDefault(stage);
}
