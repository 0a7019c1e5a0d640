namespace Mlops.Dsl.Serialization;

/// <summary>Dictionaries: the count, then keys and values in the order of the keys' bytes.</summary>
/// <typeparam name="TDictionary">The dictionary's type.</typeparam>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
internal sealed class DictionaryCodec<TDictionary, TKey, TValue>(
    Codec<TKey> key,
    Codec<TValue> value,
    Func<Dictionary<TKey, TValue>, TDictionary> create
) : Codec<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    public override string Schema => $"map({key.Schema},{value.Schema})";

    // Not even a frozen one: what is read back was filled in another order, and may enumerate in another.
    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, TDictionary dictionary)
    {
        _ = dictionary ?? throw NullValue.Found(typeof(TDictionary).Name);
        DefaultComparer.EnsureOf(dictionary);
        var pairs = dictionary.ToArray();
        writer.WriteLength(pairs.Length);
        foreach (var (bytes, position) in KeyOrder.Sort(key, Array.ConvertAll(pairs, static pair => pair.Key), writer.Files))
        {
            writer.WriteBytes(bytes.Span);
            value.Write(writer, pairs[position].Value);
        }
    }

    public override TDictionary Read(ArtifactReader reader)
    {
        var count = reader.ReadCount();
        var dictionary = new Dictionary<TKey, TValue>(ItemSequence.Capacity<KeyValuePair<TKey, TValue>>(count));
        reader.BeginItems(count);
        for (var i = 0; i < count; i++)
        {
            if (!dictionary.TryAdd(ItemSequence.ReadItem(reader, key), value.Read(reader)))
            {
                throw new ArtifactFormatException("The artifact is not in its codec's format: a dictionary holds a key twice.");
            }
        }

        return create(dictionary);
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        var count = reader.ReadCount();
        reader.BeginItems(count);
        if (!ValueTranscript.CanBeName(typeof(TKey)))
        {
            TranscribePairs(reader, count, transcript);
            return;
        }

        transcript.BeginMap(count);
        for (var i = 0; i < count; i++)
        {
            transcript.WriteName(ValueTranscript.TextOf(ItemSequence.ReadItem(reader, key)));
            value.Transcribe(reader, transcript);
        }

        transcript.EndMap();
    }

    private void TranscribePairs(ArtifactReader reader, int count, ArtifactTranscript transcript)
    {
        transcript.BeginList(count);
        for (var i = 0; i < count; i++)
        {
            transcript.BeginObject();
            transcript.WriteName("key");
            ItemSequence.TranscribeItem(reader, key, transcript);
            transcript.WriteName("value");
            value.Transcribe(reader, transcript);
            transcript.EndObject();
        }

        transcript.EndList();
    }
}
