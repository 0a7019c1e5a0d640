namespace Mlops.Dsl.Serialization;

/// <summary>Sets: the count, then the items in the order of their bytes.</summary>
/// <typeparam name="TSet">The set's type.</typeparam>
/// <typeparam name="T">The items' type.</typeparam>
internal sealed class SetCodec<TSet, T>(Codec<T> item, Func<HashSet<T>, TSet> create) : Codec<TSet>
    where TSet : IEnumerable<T>
{
    public override string Schema => $"set({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, TSet value)
    {
        _ = value ?? throw NullValue.Found(typeof(TSet).Name);
        DefaultComparer.EnsureOf(value);
        var order = KeyOrder.Sort(item, value.ToArray(), writer.Files);
        writer.WriteLength(order.Count);
        foreach (var (bytes, _) in order)
        {
            writer.WriteBytes(bytes.Span);
        }
    }

    public override TSet Read(ArtifactReader reader)
    {
        var count = reader.ReadCount();
        var set = new HashSet<T>(ItemSequence.Capacity<T>(count));
        reader.BeginItems(count);
        for (var i = 0; i < count; i++)
        {
            if (!set.Add(ItemSequence.ReadItem(reader, item)))
            {
                throw new ArtifactFormatException("The artifact is not in its codec's format: a set holds an item twice.");
            }
        }

        return create(set);
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        var count = reader.ReadCount();
        reader.BeginItems(count);
        ItemSequence.TranscribeItems(reader, item, count, transcript);
    }
}
