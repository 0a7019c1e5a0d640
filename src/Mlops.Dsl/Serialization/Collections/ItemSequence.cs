using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// Writes and reads items one after the other, in bulk where their codec can. Each item takes a byte at least: one whose codec writes
/// nothing, such as a record without members, is followed by a zero. So a damaged count can't promise more items than the artifact has
/// bytes.
/// </summary>
internal static class ItemSequence
{
    // How much memory is set aside for an item that is promised, and may turn out not to be there.
    private const long BytesPerPromise = 16;

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
            WriteItem(writer, codec, item);
        }
    }

    /// <summary>Writes one item.</summary>
    public static void WriteItem<T>(ArtifactWriter writer, Codec<T> codec, T item)
    {
        var start = writer.Position;
        codec.Write(writer, item);
        if (writer.Position == start)
        {
            writer.WriteByte(0);
        }
    }

    /// <summary>Reads the count and the items.</summary>
    public static T[] Read<T>(ArtifactReader reader, Codec<T> codec) => ReadItems(reader, codec, ReadCount(reader, codec));

    /// <summary>Reads items whose count is known and checked against what is left.</summary>
    public static T[] ReadItems<T>(ArtifactReader reader, Codec<T> codec, int count)
    {
        if (codec is IBulkCodec<T> bulk)
        {
            var all = GC.AllocateUninitializedArray<T>(count);
            bulk.ReadAll(reader, all);
            return all;
        }

        var items = new T[Capacity<T>(count)];
        reader.BeginItems(count);
        for (var i = 0; i < count; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, 2L * i));
            }

            items[i] = ReadItem(reader, codec);
        }

        return items;
    }

    /// <summary>Reads one of the items that the reader keeps bytes for.</summary>
    public static T ReadItem<T>(ArtifactReader reader, Codec<T> codec)
    {
        reader.BeginItem();
        var left = reader.Remaining;
        var item = codec.Read(reader);
        if (reader.Remaining == left)
        {
            reader.ReadFiller();
        }

        return item;
    }

    /// <summary>For how many of the promised items to set memory aside: large ones have to be there first.</summary>
    public static int Capacity<T>(int count) => (int)Math.Min(count, Math.Max(1, count * BytesPerPromise / Unsafe.SizeOf<T>()));

    /// <summary>Passes on the items.</summary>
    public static void Transcribe<T>(ArtifactReader reader, Codec<T> codec, ArtifactTranscript transcript)
    {
        var count = ReadCount(reader, codec);
        if (codec is UnmanagedCodec<byte>)
        {
            TranscribeBytes(reader, count, transcript);
        }
        else
        {
            reader.BeginItems(count);
            TranscribeItems(reader, codec, count, transcript);
        }
    }

    /// <summary>Passes on items that the reader keeps bytes for as a list.</summary>
    public static void TranscribeItems<T>(ArtifactReader reader, Codec<T> codec, int count, ArtifactTranscript transcript)
    {
        transcript.BeginList(count);
        for (var i = 0; i < count; i++)
        {
            TranscribeItem(reader, codec, transcript);
        }

        transcript.EndList();
    }

    /// <summary>Passes on one of the items that the reader keeps bytes for.</summary>
    public static void TranscribeItem<T>(ArtifactReader reader, Codec<T> codec, ArtifactTranscript transcript)
    {
        reader.BeginItem();
        var left = reader.Remaining;
        codec.Transcribe(reader, transcript);
        if (reader.Remaining == left)
        {
            reader.ReadFiller();
        }
    }

    private static int ReadCount<T>(ArtifactReader reader, Codec<T> codec) =>
        reader.ReadCount(codec is IBulkCodec<T> bulk ? bulk.ItemSize : 1);

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
