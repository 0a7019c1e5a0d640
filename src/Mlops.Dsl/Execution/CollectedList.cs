using System.Collections;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>
/// The outputs of a <see cref="ForEachAttribute"/> stage, each read when it is asked for, so that they need never fit into memory together.
/// </summary>
internal sealed class CollectedList<T>(int count, Codec<T> codec, Action<int, ArtifactSlot> load) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            var slot = new ArtifactSlot<T>(codec);
            load(index, slot);
            return slot.Value;
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A collected list is stored element by element by the engine and never encoded as one value.</summary>
internal sealed class CollectedCodec<T> : Codec<IReadOnlyList<T>>
{
    public static CollectedCodec<T> Instance { get; } = new();

    public override string Schema => "collected";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, IReadOnlyList<T> value) =>
        throw new NotSupportedException("The engine stores a collected list element by element.");

    public override IReadOnlyList<T> Read(ArtifactReader reader) =>
        throw new NotSupportedException("The engine stores a collected list element by element.");
}
