using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What fingerprints were made of, as far as the build's record tells.</summary>
/// <param name="stages">The parts by stage.</param>
/// <param name="problem">Why there are none, and what to do about it; otherwise null.</param>
internal sealed class RecordedParts(IReadOnlyDictionary<string, FingerprintParts> stages, string? problem = null)
{
    /// <summary>Nothing, for no particular reason.</summary>
    public static RecordedParts None { get; } = Unreadable(problem: null);

    /// <summary>Why there are none, and what to do about it; otherwise null.</summary>
    public string? Problem => problem;

    /// <summary>Nothing, for a reason.</summary>
    public static RecordedParts Unreadable(string? problem) =>
        new(new Dictionary<string, FingerprintParts>(StringComparer.Ordinal), problem);

    /// <summary>The parts of a stage, or null.</summary>
    public FingerprintParts? Find(string stage) => stages.GetValueOrDefault(stage);
}
