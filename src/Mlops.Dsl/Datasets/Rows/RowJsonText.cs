using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>Takes names and values from JSON. Half of a surrogate pair is valid JSON and no text; the reader throws at it.</summary>
internal static class RowJsonText
{
    /// <summary>Copies the name that a reader stands on into a buffer.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="longer">The name, where it may be longer than the buffer.</param>
    /// <returns>How long the name in the buffer is; below 0 where it is no text.</returns>
    public static int Copy(ref Utf8JsonReader reader, scoped Span<char> buffer, out string? longer)
    {
        longer = null;
        try
        {
            if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= buffer.Length)
            {
                return reader.CopyString(buffer);
            }

            longer = reader.GetString();
            return 0;
        }
        catch (InvalidOperationException)
        {
            return -1;
        }
    }

    /// <summary>
    /// What keeps the JSON string that a reader stands on from being a text, in words that follow "but"; null where nothing does.
    /// </summary>
    public static string? FindFlaw(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        try
        {
            _ = reader.GetString();
            return null;
        }
        catch (InvalidOperationException)
        {
            ReadOnlySpan<byte> sent = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            return Utf8.IsValid(sent)
                ? "is a JSON string with half of a surrogate pair, which is no text"
                : "is a JSON string with bytes that are not UTF-8";
        }
    }

    /// <summary>Puts the value that a reader stands on into a cell.</summary>
    /// <returns>Whether it is a value of the column.</returns>
    public static bool TrySet(RowCell cell, ref Utf8JsonReader reader)
    {
        try
        {
            return cell.TrySetJson(ref reader);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
