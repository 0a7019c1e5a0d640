using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>
/// One way to write a secret down, such as the secret itself or what base64 makes of it; each of its characters may be escaped.
/// </summary>
internal sealed class SecretSpelling
{
    private readonly Rune[] _runes;

    /// <summary>Takes a spelling.</summary>
    /// <param name="text">What is looked for.</param>
    public SecretSpelling(string text)
    {
        Text = text;
        _runes = [.. text.EnumerateRunes()];
    }

    /// <summary>What is looked for, without escapes.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether it counts only where no letter or digit stands beside it: it is too short to be looked for in other words.
    /// </summary>
    public bool IsWord { get; init; }

    /// <summary>Whether it is base64, which may go on in another line.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>Whether the character of base64 before it tells some bits of the secret.</summary>
    public bool SharesBefore { get; init; }

    /// <summary>Whether the character of base64 behind it tells some bits of the secret.</summary>
    public bool SharesAfter { get; init; }

    /// <summary>The same, which is no word, in another alphabet.</summary>
    public SecretSpelling With(string text) =>
        new(text)
        {
            IsBase64 = IsBase64,
            SharesBefore = SharesBefore,
            SharesAfter = SharesAfter,
        };

    /// <summary>What of a text has to be hidden where the spelling begins at a position; null where it does not begin there.</summary>
    public Range? Find(ReadOnlySpan<char> text, int start)
    {
        if ((IsWord && start > 0 && char.IsLetterOrDigit(text[start - 1])) || FindEnd(text, start) is not { } end)
        {
            return null;
        }

        var first = SharesBefore && start > 0 && IsOfBase64(text[start - 1]) ? start - 1 : start;
        var last = SharesAfter && end < text.Length && IsOfBase64(text[end]) ? end + 1 : end;
        return first..last;
    }

    private int? FindEnd(ReadOnlySpan<char> text, int start)
    {
        // Most texts are read in one way, and most positions turn out wrong at once.
        var read = 0;
        var position = start;
        for (; read < _runes.Length && position < text.Length && !IsAmbiguous(text[position]); read++)
        {
            if (
                Rune.DecodeFromUtf16(text[position..], out var rune, out var length) != System.Buffers.OperationStatus.Done
                || rune != _runes[read]
            )
            {
                return null;
            }

            position += length;
        }

        return FindEnd(text, position, _runes.AsSpan(read));
    }

    private int? FindEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<Rune> runes)
    {
        // The positions up to which one of the ways to read the text has led so far.
        var positions = new HashSet<int> { start };
        var next = new HashSet<int>();
        foreach (var rune in runes)
        {
            foreach (var position in positions)
            {
                EscapedRune.AddEnds(text, IsBase64 ? SkipBreak(text, position) : position, rune, next);
            }

            if (next.Count == 0)
            {
                return null;
            }

            (positions, next) = (next, positions);
            next.Clear();
        }

        int? end = null;
        foreach (var position in positions)
        {
            if ((end is null || position > end) && !(IsWord && position < text.Length && char.IsLetterOrDigit(text[position])))
            {
                end = position;
            }
        }

        return end;
    }

    private bool IsAmbiguous(char c) => EscapedRune.Beginnings.Contains(c, StringComparison.Ordinal) || (IsBase64 && c == '\n');

    private static int SkipBreak(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] is '\r' or '\n')
        {
            position++;
        }

        return position;
    }

    private static bool IsOfBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';
}
