using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>An encoded value: what a stage downstream decodes a copy of its own from.</summary>
internal abstract class KeptArtifact
{
    /// <summary>The artifact as the store knows it; default in a run in memory, where nothing is hashed.</summary>
    public abstract ArtifactReference Reference { get; }

    /// <summary>Whether the artifact names files that the store has copied, so that the value that was encoded refers to files that vanish.</summary>
    public abstract bool HasFiles { get; }
}
