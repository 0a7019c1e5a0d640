using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// What arrays of several dimensions share: their lengths come first. An array without items may be long in its other dimensions; a zero
/// for each of the lists that these tell stands for them, so that a damaged length can't promise more lists than the artifact has bytes.
/// </summary>
internal static class Grid
{
    /// <summary>The items of an array of any rank, in memory order.</summary>
    public static Span<T> Items<T>(Array array) =>
        array.Length == 0
            ? []
            : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>Writes the lengths.</summary>
    public static void WriteLengths(ArtifactWriter writer, Array array)
    {
        var lengths = new int[array.Rank];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = array.GetLength(i);
            writer.WriteLength(lengths[i]);
        }

        for (var fillers = Fillers(lengths); fillers > 0; fillers--)
        {
            writer.WriteByte(0);
        }
    }

    /// <summary>Reads the lengths, and tells how many items there are: no more than there are bytes for.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <exception cref="ArtifactFormatException">There are not.</exception>
    public static (int[] Lengths, int Count) ReadLengths<T>(ArtifactReader reader, Codec<T> item, int rank)
    {
        var lengths = new int[rank];
        var count = UInt128.One;
        for (var i = 0; i < rank; i++)
        {
            lengths[i] = reader.ReadLength();
            count *= (uint)lengths[i];
        }

        var fillers = Fillers(lengths);
        var size = item is IBulkCodec<T> bulk ? bulk.ItemSize : 1;
        if (count > (UInt128)Array.MaxLength || (count * (uint)size) + fillers > (UInt128)reader.Room)
        {
            throw new ArtifactFormatException(
                $"The artifact is not in its codec's format: an array of {string.Join(" x ", lengths)} items does not fit into the "
                    + $"{reader.Room} bytes that are left."
            );
        }

        for (; fillers > 0; fillers--)
        {
            reader.ReadFiller();
        }

        return (lengths, (int)count);
    }

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

    /// <summary>How many lists an array without items consists of, at most: the product of the lengths that are not zero.</summary>
    private static UInt128 Fillers(int[] lengths)
    {
        var lists = UInt128.One;
        foreach (var length in lengths)
        {
            lists *= (uint)Math.Max(length, 1);
        }

        return Array.IndexOf(lengths, 0) < 0 || Array.TrueForAll(lengths, static length => length == 0) ? 0 : lists;
    }
}
