using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>Encodes values and decodes copies of them.</summary>
internal abstract class ArtifactKeeper
{
    /// <summary>Whether every value is encoded, because a later run may need it; otherwise only what stages must not share.</summary>
    public abstract bool KeepsAll { get; }

    /// <summary>Encodes the value in a slot.</summary>
    /// <param name="output">The output that the value is of.</param>
    /// <param name="slot">The value.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ArtifactFormatException">The codec can't hold the value, or something else is read back.</exception>
    public abstract ValueTask<KeptArtifact> KeepAsync(OutputDefinition output, ArtifactSlot slot, CancellationToken cancellationToken);

    /// <summary>Decodes a copy into a slot.</summary>
    public abstract ValueTask LoadAsync(KeptArtifact artifact, ArtifactSlot slot);

    /// <summary>Starts to collect what the elements of a fan-out return.</summary>
    public abstract ElementCollection Collect(OutputDefinition output, int count);

    /// <summary>Opens a list that an earlier run collected.</summary>
    public abstract ValueTask<ElementCollection> OpenCollectionAsync(OutputDefinition output, KeptArtifact list);
}
