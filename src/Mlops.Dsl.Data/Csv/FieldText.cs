using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>The text of a field: trimmed, and without its quotes.</summary>
internal static class FieldText
{
    private const int LongestQuote = 60;

    /// <summary>Takes the text out of a field as it stands in the file.</summary>
    /// <param name="field">The field.</param>
    /// <param name="trim">Whether blanks around it are left out.</param>
    /// <param name="buffer">Where a text is put that differs from what stands there; it grows as needed.</param>
    /// <param name="text">The text, valid as long as the field and the buffer are not changed.</param>
    /// <returns>What is wrong with the quotes, in words that follow "found"; null where nothing is.</returns>
    public static string? Read(ReadOnlySpan<char> field, bool trim, ref char[] buffer, out ReadOnlySpan<char> text)
    {
        text = trim ? field.Trim(" \t") : field;
        if (!text.Contains('"'))
        {
            return null;
        }

        if (text[0] != '"')
        {
            return "a quotation mark inside a field that has none around it (put the field in quotation marks and double those inside)";
        }

        if (buffer.Length < text.Length)
        {
            buffer = new char[Math.Max(text.Length, 256)];
        }

        var length = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (i == text.Length - 1)
                {
                    text = buffer.AsSpan(0, length);
                    return null;
                }

                if (text[++i] != '"')
                {
                    return "text after the closing quotation mark (double quotation marks that belong to the text)";
                }
            }

            buffer[length++] = text[i];
        }

        return "a quotation mark that is never closed";
    }

    /// <summary>A text for a message: in quotes, on one line, shortened.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("'");
        var end = Math.Min(text.Length, LongestQuote);
        end -= end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        foreach (var character in text[..end])
        {
            if (char.IsControl(character))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append(end < text.Length ? "…'" : "'").ToString();
    }
}
