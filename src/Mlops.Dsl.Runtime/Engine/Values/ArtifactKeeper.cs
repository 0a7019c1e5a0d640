using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Encodes values and decodes copies of them.</summary>
internal abstract class ArtifactKeeper
{
    /// <summary>Whether every value must be encoded, because a later run or process may need it.</summary>
    public abstract bool KeepsAll { get; }

    /// <summary>Encodes the value in a slot.</summary>
    /// <exception cref="Serialization.ArtifactFormatException">The codec can't hold the value.</exception>
    public abstract ValueTask<KeptArtifact> KeepAsync(ArtifactSlot slot, CancellationToken cancellationToken);

    /// <summary>Decodes a copy into a slot.</summary>
    public abstract ValueTask LoadAsync(KeptArtifact artifact, ArtifactSlot slot);

    /// <summary>Keeps the list of what the elements of a fan-out returned.</summary>
    public abstract ValueTask<KeptArtifact> KeepListAsync(IReadOnlyList<KeptArtifact> elements, CancellationToken cancellationToken);
}
