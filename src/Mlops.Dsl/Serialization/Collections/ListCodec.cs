using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Serialization;

/// <summary>Ordered collections: the count, then the items. They differ in their type alone, not in their bytes.</summary>
/// <typeparam name="TList">The collection's type.</typeparam>
/// <typeparam name="T">The items' type.</typeparam>
internal sealed class ListCodec<TList, T>(Codec<T> item, Func<T[], TList> create, bool isFrozen = false) : Codec<TList>
    where TList : IEnumerable<T>
{
    public override string Schema => $"list({item.Schema})";

    public override bool IsImmutable => isFrozen && item.IsImmutable;

    public override void Write(ArtifactWriter writer, TList value)
    {
        switch (value)
        {
            case null:
                throw NullValue.Found(typeof(TList).Name);
            case T[] array:
                ItemSequence.Write<T>(writer, item, array);
                break;
            case List<T> list:
                ItemSequence.Write<T>(writer, item, CollectionsMarshal.AsSpan(list));
                break;
            default:
                ItemSequence.Write<T>(writer, item, value.ToArray());
                break;
        }
    }

    public override TList Read(ArtifactReader reader) => create(ItemSequence.Read(reader, item));

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        ItemSequence.Transcribe(reader, item, transcript);
}

/// <summary>Immutable arrays: a byte that tells the default one, which is not even empty; then the count and the items.</summary>
internal sealed class ImmutableArrayCodec<T>(Codec<T> item) : Codec<ImmutableArray<T>>
{
    public override string Schema => $"immutablearray({item.Schema})";

    public override bool IsImmutable => item.IsImmutable;

    public override void Write(ArtifactWriter writer, ImmutableArray<T> value)
    {
        writer.WriteBoolean(!value.IsDefault);
        if (!value.IsDefault)
        {
            ItemSequence.Write(writer, item, value.AsSpan());
        }
    }

    public override ImmutableArray<T> Read(ArtifactReader reader) =>
        reader.ReadBoolean() ? ImmutableCollectionsMarshal.AsImmutableArray(ItemSequence.Read(reader, item)) : default;

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        if (reader.ReadBoolean())
        {
            ItemSequence.Transcribe(reader, item, transcript);
        }
        else
        {
            transcript.WriteNull();
        }
    }
}

/// <summary>Memory: as an array.</summary>
internal sealed class MemoryCodec<TMemory, T>(Codec<T> item, Func<TMemory, ReadOnlyMemory<T>> view, Func<T[], TMemory> create)
    : Codec<TMemory>
    where TMemory : struct
{
    public override string Schema => $"list({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, TMemory value) => ItemSequence.Write(writer, item, view(value).Span);

    public override TMemory Read(ArtifactReader reader) => create(ItemSequence.Read(reader, item));

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        ItemSequence.Transcribe(reader, item, transcript);
}
