using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>How many columns a text takes on a terminal.</summary>
internal static class TextWidth
{
    /// <summary>The number of columns: two for East Asian wide characters and emoji, none for combining marks.</summary>
    public static int Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The text in pieces that fit into a number of columns.</summary>
    public static IEnumerable<string> Split(string text, int columns)
    {
        var start = 0;
        var position = 0;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Of(rune);
            if (width + next > columns && position > start)
            {
                yield return text[start..position];
                start = position;
                width = 0;
            }

            width += next;
            position += rune.Utf16SequenceLength;
        }

        yield return text[start..];
    }

    /// <summary>The text, cut with an ellipsis where it takes more than a number of columns.</summary>
    public static string Cut(string text, int columns) => Of(text) <= columns ? text : $"{Split(text, Math.Max(1, columns - 1)).First()}…";

    private static int Of(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        // The blocks of Unicode's East Asian Width property that are wide, in the rough.
        return
            rune.Value
                is (>= 0x1100 and <= 0x115F)
                    or (>= 0x2E80 and <= 0xA4CF and not 0x303F)
                    or (>= 0xAC00 and <= 0xD7A3)
                    or (>= 0xF900 and <= 0xFAFF)
                    or (>= 0xFE30 and <= 0xFE6F)
                    or (>= 0xFF00 and <= 0xFF60)
                    or (>= 0xFFE0 and <= 0xFFE6)
                    or (>= 0x1F300 and <= 0x1F64F)
                    or (>= 0x1F900 and <= 0x1F9FF)
                    or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }
}
