using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>Compares what went into two cache keys, down to the symbols of the code.</summary>
internal static class KeyDifference
{
    /// <summary>What differs.</summary>
    public static async Task<IReadOnlyList<KeyChange>> CompareAsync(
        IRunStore runs,
        KeyParts before,
        KeyParts after,
        CancellationToken cancellationToken
    )
    {
        var changes = KeyComparison.Compare(before, after);
        if (before.Fingerprint is not { } old || after.Fingerprint is not { } recent || old == recent)
        {
            return changes;
        }

        var details = KeyComparison.Compare(
            await runs.GetFingerprintAsync(old, cancellationToken),
            await runs.GetFingerprintAsync(recent, cancellationToken)
        );
        return details.Count == 0 ? changes : [.. details, .. changes.Where(static change => change.Kind != KeyChangeKind.Code)];
    }
}
