using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>
/// The ways in which URLs, JSON, C# and HTML spell a character: each of them is as good as the character to whoever reads a text.
/// </summary>
internal static class EscapedRune
{
    /// <summary>JSON in JSON in JSON doubles backslashes twice; more levels are not looked for.</summary>
    private const int MostBackslashes = 8;

    /// <summary>The characters that escapes begin with.</summary>
    public const string Beginnings = "%+\\&\r";

    /// <summary>What stands behind a backslash, and for which character.</summary>
    public static readonly (char Letter, int Value)[] Letters =
    [
        ('n', '\n'),
        ('r', '\r'),
        ('t', '\t'),
        ('b', '\b'),
        ('f', '\f'),
        ('0', '\0'),
        ('"', '"'),
        ('\'', '\''),
        ('/', '/'),
    ];

    /// <summary>What stands behind an ampersand, and for which character.</summary>
    public static readonly (string Name, int Value)[] Entities =
    [
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("quot;", '"'),
        ("apos;", '\''),
    ];

    /// <summary>
    /// Adds where a character ends that begins at a position, for each way in which the text can be read as that character there.
    /// </summary>
    public static void AddEnds(ReadOnlySpan<char> text, int start, Rune rune, HashSet<int> ends)
    {
        var rest = text[start..];
        Span<char> units = stackalloc char[2];
        units = units[..rune.EncodeToUtf16(units)];
        if (rest.StartsWith(units))
        {
            ends.Add(start + units.Length);
        }

        if (rest.IsEmpty || !Beginnings.Contains(rest[0], StringComparison.Ordinal))
        {
            return;
        }

        Add(
            ends,
            start,
            rest[0] switch
            {
                '%' when rune.Value != '%' => LengthOfPercents(rest, rune),
                '&' => LengthOfEntity(rest, rune),
                '+' => rune.Value == ' ' ? 1 : 0,
                '\r' => rune.Value == '\n' && rest.StartsWith("\r\n") ? 2 : 0,
                _ => 0,
            }
        );
        if (rune.Value == '%')
        {
            // However often it has been encoded: %25, %2525, %252525.
            for (var end = 1; rest[end..].StartsWith("25"); end += 2)
            {
                Add(ends, start, end + 2);
            }
        }

        for (var count = 1; count <= MostBackslashes && count <= rest.Length && rest[count - 1] == '\\'; count++)
        {
            Add(ends, start, rune.Value == '\\' ? count : 0);
            Add(ends, start, LengthOfBackslashed(rest, count, units, rune));
        }
    }

    /// <summary>
    /// The number that an entity at the beginning of a text stands for, and its length; null where there is no such entity.
    /// </summary>
    public static (int Character, int Length)? NumberOfEntity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 16)].IndexOf(';');
        if (end < 3 || text[1] != '#')
        {
            return null;
        }

        var isHexadecimal = text[2] is 'x' or 'X';
        var digits = text[(isHexadecimal ? 3 : 2)..end];
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) ? (number, end + 1) : null;
    }

    /// <summary>The number that some digits are, or -1 where they are none.</summary>
    public static long Hexadecimal(ReadOnlySpan<char> text, int start, int count) =>
        start + count <= text.Length
        && uint.TryParse(text.Slice(start, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : -1;

    private static void Add(HashSet<int> ends, int start, int length)
    {
        if (length > 0)
        {
            ends.Add(start + length);
        }
    }

    /// <summary>The bytes of UTF-8, each as <c>%2F</c> or, encoded once more, as <c>%252F</c>.</summary>
    private static int LengthOfPercents(ReadOnlySpan<char> text, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var position = 0;
        foreach (var expected in bytes[..rune.EncodeToUtf8(bytes)])
        {
            if (position >= text.Length || text[position] != '%')
            {
                return 0;
            }

            position++;
            while (text[position..].StartsWith("25"))
            {
                position += 2;
            }

            if (Hexadecimal(text, position, 2) != expected)
            {
                return 0;
            }

            position += 2;
        }

        return position;
    }

    private static int LengthOfEntity(ReadOnlySpan<char> text, Rune rune)
    {
        foreach (var (name, value) in Entities)
        {
            if (value == rune.Value && text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return 1 + name.Length;
            }
        }

        return NumberOfEntity(text) is { } entity && entity.Character == rune.Value ? entity.Length : 0;
    }

    private static int LengthOfBackslashed(ReadOnlySpan<char> text, int backslashes, ReadOnlySpan<char> units, Rune rune)
    {
        var rest = text[backslashes..];
        foreach (var (letter, value) in Letters)
        {
            if (value == rune.Value && rest.StartsWith([letter]))
            {
                return backslashes + 1;
            }
        }

        if (rest.StartsWith("U") && Hexadecimal(rest, 1, 8) == rune.Value)
        {
            return backslashes + 9;
        }

        if (rest.StartsWith("x") && Hexadecimal(rest, 1, 2) == rune.Value)
        {
            return backslashes + 3;
        }

        // A character beyond the first plane is two escapes in a row.
        var position = backslashes;
        for (var i = 0; i < units.Length; i++)
        {
            if (i > 0)
            {
                if (!text[position..].StartsWith(text[..backslashes]))
                {
                    return 0;
                }

                position += backslashes;
            }

            if (!text[position..].StartsWith("u") || Hexadecimal(text, position + 1, 4) != units[i])
            {
                return 0;
            }

            position += 5;
        }

        return position;
    }
}
