namespace Mlops.Dsl.Engine;

/// <summary>
/// Takes the outermost escapes off a text: those of URLs, of JSON and C#, or of HTML. Only escapes of ASCII characters are taken,
/// since what is inside another encoding is written in them, and <see cref="EscapedRune"/> reads the others where they stand.
/// </summary>
internal static class PeeledEscapes
{
    private delegate (int Character, int Length) EscapeReader(ReadOnlySpan<char> text);

    private static readonly (string Marks, EscapeReader Read)[] Kinds =
    [
        ("%", ReadPercent),
        ("%+", ReadForm),
        ("\\", ReadBackslash),
        ("&", ReadEntity),
    ];

    /// <summary>What a text says without the escapes of one kind, for each kind that it has.</summary>
    public static IEnumerable<EncodedText> In(string text)
    {
        foreach (var (marks, read) in Kinds)
        {
            if (marks.All(text.Contains) && Peel(text, marks, read) is { } peeled)
            {
                yield return peeled;
            }
        }
    }

    private static EncodedText? Peel(string text, string marks, EscapeReader read)
    {
        var peeled = new EncodedText();
        var isOther = false;
        for (var i = 0; i < text.Length; )
        {
            var (character, length) = marks.Contains(text[i], StringComparison.Ordinal) ? read(text.AsSpan(i)) : default;
            var isEscape = length > 0 && character is >= 0 and < 128;
            (character, length) = isEscape ? (character, length) : (text[i], 1);
            peeled.Add([(char)character], i, i + length);
            isOther |= isEscape;
            i += length;
        }

        return isOther ? peeled : null;
    }

    private static (int Character, int Length) ReadPercent(ReadOnlySpan<char> text) => ((int)EscapedRune.Hexadecimal(text, 1, 2), 3);

    private static (int Character, int Length) ReadForm(ReadOnlySpan<char> text) => text[0] == '+' ? (' ', 1) : ReadPercent(text);

    private static (int Character, int Length) ReadBackslash(ReadOnlySpan<char> text)
    {
        switch (text.Length > 1 ? text[1] : ' ')
        {
            case '\\':
                return ('\\', 2);
            case 'u':
                return ((int)EscapedRune.Hexadecimal(text, 2, 4), 6);
            case 'x':
                return ((int)EscapedRune.Hexadecimal(text, 2, 2), 4);
            case 'U':
                return ((int)EscapedRune.Hexadecimal(text, 2, 8), 10);
            case var letter:
                foreach (var (known, value) in EscapedRune.Letters)
                {
                    if (known == letter)
                    {
                        return (value, 2);
                    }
                }

                return default;
        }
    }

    private static (int Character, int Length) ReadEntity(ReadOnlySpan<char> text)
    {
        foreach (var (name, value) in EscapedRune.Entities)
        {
            if (text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return (value, 1 + name.Length);
            }
        }

        return EscapedRune.NumberOfEntity(text) ?? default;
    }
}
