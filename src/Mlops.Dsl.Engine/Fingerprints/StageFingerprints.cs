using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What the build knows of the code of a pipeline's stages.</summary>
/// <param name="stages">The fingerprints by stage.</param>
/// <param name="loadParts">Reads what they were made of, when it is first asked for.</param>
/// <param name="problem">Why nothing is known, and what to do about it; otherwise null.</param>
/// <param name="updates">Tells whether the code was replaced since; null for this process' updates.</param>
internal sealed class StageFingerprints(
    IReadOnlyDictionary<string, StageFingerprint> stages,
    Func<RecordedParts> loadParts,
    string? problem = null,
    CodeUpdates? updates = null
)
{
    private const string Updated =
        "Nothing is reused, and nothing is kept for reuse: the program's code was changed while it runs (Hot Reload). "
        + "Start it again, so that stages can be reused.";

    private readonly Lazy<RecordedParts> _parts = new(loadParts);
    private readonly CodeUpdates _updates = updates ?? CodeUpdates.OfProcess;

    /// <summary>Why nothing is known, and what to do about it; otherwise null.</summary>
    public string? Problem => problem ?? (IsOutdated ? Updated : null);

    /// <summary>Whether the code that runs is no longer what was fingerprinted. It may become so in the middle of a run.</summary>
    public bool IsOutdated => _updates.Any;

    /// <summary>
    /// Why changes can't be named, and what to do about it, where parts were asked for and can't be read; otherwise null.
    /// </summary>
    public string? PartsProblem => _parts.IsValueCreated ? _parts.Value.Problem : null;

    /// <summary>Fingerprints that are not known, for a reason.</summary>
    public static StageFingerprints Unknown(string problem) =>
        new(new Dictionary<string, StageFingerprint>(StringComparer.Ordinal), static () => RecordedParts.None, problem);

    /// <summary>The fingerprint of a stage, or null.</summary>
    public StageFingerprint? Find(string stage) => IsOutdated ? null : stages.GetValueOrDefault(stage);

    /// <summary>What a stage's fingerprint was made of, or null. An explanation needs it, and nothing else.</summary>
    public FingerprintParts? FindParts(string stage) => IsOutdated ? null : _parts.Value.Find(stage);
}
