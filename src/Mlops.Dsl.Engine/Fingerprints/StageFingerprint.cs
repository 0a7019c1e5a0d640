using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>What the build knows of a stage's code.</summary>
/// <param name="Fingerprint">The hash of everything that the stage can execute.</param>
/// <param name="Parameters">The names of the parameters that this code reads.</param>
internal sealed record StageFingerprint(ContentHash Fingerprint, IReadOnlyList<string> Parameters)
{
    /// <summary>
    /// What the stage reaches and the fingerprint can't see, in a sentence each: reflection, native code, an assembly that nobody
    /// named.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
