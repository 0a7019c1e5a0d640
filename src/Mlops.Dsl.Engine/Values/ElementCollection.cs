using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>One output of a fan-out: what its elements returned, in the order of the elements. Elements may be set concurrently.</summary>
internal abstract class ElementCollection(OutputDefinition output, int count)
{
    /// <summary>How many elements there are.</summary>
    public int Count { get; } = count;

    /// <summary>The output.</summary>
    protected OutputDefinition Output { get; } = output;

    /// <summary>Sets what an element returned.</summary>
    /// <param name="index">The element's index.</param>
    /// <param name="slot">The value.</param>
    /// <param name="kept">The value as it was kept, if it was.</param>
    public abstract void Set(int index, ArtifactSlot? slot, KeptArtifact? kept);

    /// <summary>The content hash of an element, where there is one.</summary>
    public abstract ContentHash? HashOf(int index);

    /// <summary>Puts an element's value, or a copy of it, into a slot.</summary>
    public abstract void Load(int index, ArtifactSlot slot);

    /// <summary>Keeps the list, once all elements are set; null where nothing is kept.</summary>
    public abstract ValueTask<KeptArtifact?> KeepAsync(CancellationToken cancellationToken);

    /// <summary>A slot with the list, which reads an element when it is asked for.</summary>
    public ArtifactSlot CreateSlot() => Output.CreateCollectedSlot(Count, Load);
}
