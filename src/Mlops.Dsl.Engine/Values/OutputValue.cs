using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>An output of a stage of the run: held in memory as long as a stage may still take it.</summary>
/// <param name="definition">The output.</param>
/// <param name="consumers">How often stages and conditions take it.</param>
/// <param name="isCollected">Whether a fan-out returns it.</param>
/// <param name="isRetained">Whether it is held to the end of the run and beyond.</param>
internal sealed class OutputValue(OutputDefinition definition, int consumers, bool isCollected, bool isRetained)
{
    private int _consumers = consumers;
    private volatile ArtifactSlot? _shared;
    private KeptArtifact? _kept;

    public OutputDefinition Definition { get; } = definition;

    /// <summary>The elements, where a fan-out returned them.</summary>
    public ElementCollection? Collection { get; private set; }

    /// <summary>The content hash, in a run with a store.</summary>
    public ContentHash Hash => _kept?.Reference.Hash ?? default;

    /// <summary>The kept value, if it was kept.</summary>
    public KeptArtifact? Kept => _kept;

    /// <summary>Whether <see cref="GetAsync"/> finds the value.</summary>
    public bool IsAvailable => _shared is not null || _kept is not null;

    /// <summary>Sets what the stage returned.</summary>
    /// <param name="slot">The value itself, if stages may share it; otherwise they get copies of <paramref name="kept"/>.</param>
    /// <param name="kept">The encoded value, if it was encoded.</param>
    public void Set(ArtifactSlot? slot, KeptArtifact? kept)
    {
        _kept = kept;
        _shared = isRetained || Volatile.Read(ref _consumers) > 0 ? slot : null;
    }

    /// <summary>Sets what the elements of a fan-out returned.</summary>
    public void Set(ElementCollection collection, KeptArtifact? kept)
    {
        Collection = collection;
        Set(collection.CreateSlot(), kept);
    }

    /// <summary>The value for one stage: shared where that is safe, otherwise a copy.</summary>
    public ValueTask<ArtifactSlot> GetAsync(ArtifactKeeper keeper) =>
        _shared is { } shared ? ValueTask.FromResult(shared) : LoadAsync(keeper);

    /// <summary>One of those that take the value is done.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _consumers) == 0)
        {
            Forget();
        }
    }

    /// <summary>The value is committed: if nobody takes it, it is not held any longer.</summary>
    public void Commit()
    {
        if (Volatile.Read(ref _consumers) == 0)
        {
            Forget();
        }
    }

    /// <summary>Nobody takes the value any more, unless it is retained. A store still has it.</summary>
    public void Forget()
    {
        if (!isRetained)
        {
            _shared = null;
            Collection = null;
            _kept = _kept is StoredValue stored ? new CommittedValue(stored.Reference) : _kept;
        }
    }

    private async ValueTask<ArtifactSlot> LoadAsync(ArtifactKeeper keeper)
    {
        var kept = _kept ?? throw new InvalidOperationException($"The output '{Definition.Name}' was not kept.");
        if (isCollected)
        {
            var collection = await keeper.OpenCollectionAsync(Definition, kept);
            Set(collection, kept);
            return collection.CreateSlot();
        }

        var slot = Definition.CreateSlot();
        await keeper.LoadAsync(kept, slot);

        // Two stages that ask at once may both decode; either copy serves everyone.
        if (Definition.IsImmutable && Volatile.Read(ref _consumers) > 1)
        {
            _shared = slot;
        }

        return slot;
    }
}
