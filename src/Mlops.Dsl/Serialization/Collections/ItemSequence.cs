namespace Mlops.Dsl.Serialization;

/// <summary>Writes and reads items one after the other, in bulk where their codec can.</summary>
internal static class ItemSequence
{
    private const int CarefulCapacity = 4096;

    // A multiple of three, so that base 64 needs no padding in between.
    private const int ByteChunk = 3 * 1024;

    /// <summary>Writes the count and the items.</summary>
    public static void Write<T>(ArtifactWriter writer, Codec<T> codec, ReadOnlySpan<T> items)
    {
        writer.WriteLength(items.Length);
        WriteItems(writer, codec, items);
    }

    /// <summary>Writes the items without their count.</summary>
    public static void WriteItems<T>(ArtifactWriter writer, Codec<T> codec, ReadOnlySpan<T> items)
    {
        if (codec is IBulkCodec<T> bulk)
        {
            bulk.WriteAll(writer, items);
            return;
        }

        foreach (var item in items)
        {
            codec.Write(writer, item);
        }
    }

    /// <summary>Reads the count and the items.</summary>
    public static T[] Read<T>(ArtifactReader reader, Codec<T> codec) =>
        ReadItems(reader, codec, reader.ReadLength(codec is IBulkCodec<T> bulk ? bulk.ItemSize : 0));

    /// <summary>Passes on the items.</summary>
    public static void Transcribe<T>(ArtifactReader reader, Codec<T> codec, ArtifactTranscript transcript)
    {
        var count = reader.ReadLength(codec is IBulkCodec<T> bulk ? bulk.ItemSize : 0);
        if (codec is UnmanagedCodec<byte>)
        {
            TranscribeBytes(reader, count, transcript);
        }
        else
        {
            TranscribeItems(reader, codec, count, transcript);
        }
    }

    /// <summary>Passes on items whose count is known as a list.</summary>
    public static void TranscribeItems<T>(ArtifactReader reader, Codec<T> codec, int count, ArtifactTranscript transcript)
    {
        transcript.BeginList(count);
        for (var i = 0; i < count; i++)
        {
            codec.Transcribe(reader, transcript);
        }

        transcript.EndList();
    }

    /// <summary>Reads items whose count is known and, for a bulk codec, checked against what is left.</summary>
    public static T[] ReadItems<T>(ArtifactReader reader, Codec<T> codec, int count)
    {
        if (codec is IBulkCodec<T> bulk)
        {
            var all = GC.AllocateUninitializedArray<T>(count);
            bulk.ReadAll(reader, all);
            return all;
        }

        // How small an item can be is its codec's affair, so the array grows with what is really there: a damaged count must not ask for all memory.
        var items = new T[(int)Math.Min(count, Math.Max(CarefulCapacity, reader.Remaining))];
        for (var i = 0; i < count; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, 2L * i));
            }

            items[i] = codec.Read(reader);
        }

        return items;
    }

    private static void TranscribeBytes(ArtifactReader reader, int count, ArtifactTranscript transcript)
    {
        Span<byte> chunk = stackalloc byte[ByteChunk];
        transcript.BeginBytes(count);
        for (var left = count; left > 0; left -= chunk.Length)
        {
            chunk = chunk[..Math.Min(left, chunk.Length)];
            reader.ReadBytes(chunk);
            transcript.WriteBytes(chunk);
        }

        transcript.EndBytes();
    }
}
