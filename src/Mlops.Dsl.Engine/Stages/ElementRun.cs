using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>What is known of an element of a fan-out while it is worked on.</summary>
internal sealed class ElementRun(int index, ArtifactSlot slot)
{
    public int Index { get; } = index;

    /// <summary>The element.</summary>
    public ArtifactSlot Slot { get; } = slot;

    public required int Attempts { get; init; }

    public bool IsReused { get; set; }

    /// <summary>The content hash, in a run with a store.</summary>
    public ContentHash Hash { get; set; }

    public DateTimeOffset Started { get; private set; }

    public long StartTimestamp { get; private set; }

    public TimeSpan Duration { get; set; }

    public void Start(TimeProvider clock)
    {
        Started = clock.GetUtcNow();
        StartTimestamp = clock.GetTimestamp();
    }
}
