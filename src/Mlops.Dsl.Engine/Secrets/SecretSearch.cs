using System.Buffers;

namespace Mlops.Dsl.Engine;

/// <summary>Finds secrets in texts, in every spelling and in encodings one inside the other.</summary>
internal sealed class SecretSearch
{
    /// <summary>Base64 in a URL in JSON in base64, and then a spelling; more encodings are not taken off.</summary>
    private const int MostEncodings = 4;

    private readonly SecretSpelling[] _spellings;
    private readonly SearchValues<char> _beginnings;
    private readonly SoughtTexts _sought;

    /// <summary>Looks for some spellings.</summary>
    public SecretSearch(IEnumerable<SecretSpelling> spellings)
    {
        _spellings = [.. spellings];
        _beginnings = SearchValues.Create([.. EscapedRune.Beginnings, .. _spellings.Select(static spelling => spelling.Text[0])]);
        _sought = new SoughtTexts([.. _spellings.Where(static spelling => !spelling.IsWord).Select(static spelling => spelling.Text)]);
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => _spellings.Length == 0;

    /// <summary>The places that hold secrets, in order. Where two overlap, both are one from end to end.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var (start, end) in FindAll(text, MostEncodings, []).Order())
        {
            if (found is [.., var last] && start < last.End)
            {
                found[^1] = (last.Start, Math.Max(end, last.End));
            }
            else
            {
                found.Add((start, end));
            }
        }

        return found;
    }

    /// <param name="text">Where to look.</param>
    /// <param name="encodings">How many encodings may be taken off.</param>
    /// <param name="peeled">What the text said without escapes so far: the order in which these are taken off makes no difference.</param>
    private List<(int Start, int End)> FindAll(string text, int encodings, HashSet<string> peeled)
    {
        var found = FindSpelled(text, isEncoded: encodings < MostEncodings);
        if (encodings > 0 && text.Length >= _sought.Shortest)
        {
            foreach (var inner in PeeledEscapes.In(text).Where(inner => peeled.Add(inner.Text)))
            {
                found.AddRange(FindAll(inner.Text, encodings - 1, peeled).Select(range => inner.Locate(range.Start, range.End)));
            }

            var bytes = ByteDigits.All.SelectMany(digits => digits.In(text, _sought.Shortest));
            foreach (var inner in bytes.SelectMany(written => written.Read(_sought)))
            {
                found.AddRange(FindAll(inner.Text, encodings - 1, []).Select(range => inner.Locate(range.Start, range.End)));
            }
        }

        return found;
    }

    /// <param name="text">Where to look.</param>
    /// <param name="isEncoded">Whether another text holds this one in an encoding: there, what is too short is found by chance.</param>
    private List<(int Start, int End)> FindSpelled(ReadOnlySpan<char> text, bool isEncoded)
    {
        var found = new List<(int Start, int End)>();
        for (var i = 0; text[i..].IndexOfAny(_beginnings) is >= 0 and var next; i++)
        {
            i += next;
            foreach (var spelling in _spellings)
            {
                if (!(isEncoded && spelling.IsWord) && spelling.Find(text, i) is { } range)
                {
                    found.Add((range.Start.Value, range.End.Value));
                }
            }
        }

        return found;
    }
}
