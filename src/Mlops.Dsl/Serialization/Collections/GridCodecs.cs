using System.Runtime.InteropServices;

namespace Mlops.Dsl.Serialization;

/// <summary>Arrays of two dimensions: their lengths, then the items, row by row.</summary>
internal sealed class Array2Codec<T>(Codec<T> item) : Codec<T[,]>
{
    public override string Schema => $"array2({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, T[,] value)
    {
        _ = value ?? throw NullValue.Found(typeof(T[,]).Name);
        writer.WriteLength(value.GetLength(0));
        writer.WriteLength(value.GetLength(1));
        ItemSequence.WriteItems(writer, item, Grid.Items<T>(value));
    }

    public override T[,] Read(ArtifactReader reader)
    {
        int rows = reader.ReadLength(), columns = reader.ReadLength();
        var items = Grid.Read(reader, item, (UInt128)(uint)rows * (uint)columns);
        var value = new T[rows, columns];
        items.CopyTo(Grid.Items<T>(value));
        return value;
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        int rows = reader.ReadLength(), columns = reader.ReadLength();
        Grid.Transcribe(reader, item, rows, columns, transcript);
    }
}

/// <summary>Arrays of three dimensions: their lengths, then the items, the last index running fastest.</summary>
internal sealed class Array3Codec<T>(Codec<T> item) : Codec<T[,,]>
{
    public override string Schema => $"array3({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, T[,,] value)
    {
        _ = value ?? throw NullValue.Found(typeof(T[,,]).Name);
        writer.WriteLength(value.GetLength(0));
        writer.WriteLength(value.GetLength(1));
        writer.WriteLength(value.GetLength(2));
        ItemSequence.WriteItems(writer, item, Grid.Items<T>(value));
    }

    public override T[,,] Read(ArtifactReader reader)
    {
        int first = reader.ReadLength(), second = reader.ReadLength(), third = reader.ReadLength();
        var items = Grid.Read(reader, item, (UInt128)(uint)first * (uint)second * (uint)third);
        var value = new T[first, second, third];
        items.CopyTo(Grid.Items<T>(value));
        return value;
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        int first = reader.ReadLength(), second = reader.ReadLength(), third = reader.ReadLength();
        transcript.BeginList(first);
        for (var i = 0; i < first; i++)
        {
            Grid.Transcribe(reader, item, second, third, transcript);
        }

        transcript.EndList();
    }
}

internal static class Grid
{
    /// <summary>The items of an array of any rank, in memory order.</summary>
    public static Span<T> Items<T>(Array array) =>
        array.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>Passes on rows, each a list.</summary>
    public static void Transcribe<T>(ArtifactReader reader, Codec<T> item, int rows, int columns, ArtifactTranscript transcript)
    {
        transcript.BeginList(rows);
        for (var row = 0; row < rows; row++)
        {
            ItemSequence.TranscribeItems(reader, item, columns, transcript);
        }

        transcript.EndList();
    }

    /// <summary>Reads the items before the grid is allocated: their count comes from bytes that may be damaged.</summary>
    public static T[] Read<T>(ArtifactReader reader, Codec<T> item, UInt128 count)
    {
        var size = item is IBulkCodec<T> bulk ? bulk.ItemSize : 0;
        return count <= (UInt128)Array.MaxLength && count * (uint)size <= (UInt128)reader.Remaining
            ? ItemSequence.ReadItems(reader, item, (int)count)
            : throw new ArtifactFormatException($"The artifact is not in its codec's format: {count} items do not fit into the {reader.Remaining} bytes that are left.");
    }
}
