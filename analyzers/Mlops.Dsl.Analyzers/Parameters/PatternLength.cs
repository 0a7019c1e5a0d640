using System.Globalization;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>
/// How many characters a regular expression takes, at least and at most. Only what is understood counts: options that change how a pattern
/// is read, conditions and references back give no answer, and what looks around takes nothing.
/// </summary>
internal sealed class PatternLength
{
    // No text is longer: what is counts as that long at least, and as without end at most.
    private const long Many = int.MaxValue;

    private readonly string _pattern;
    private int _position;

    private PatternLength(string pattern) => _pattern = pattern;

    /// <summary>The shortest and the longest text that a pattern can match, no longest being null; null where it can't be told.</summary>
    public static (long Shortest, long? Longest)? Of(string pattern)
    {
        var reader = new PatternLength(pattern);
        return reader.Alternatives() is { } length && reader._position == pattern.Length ? length : null;
    }

    private char? Next => _position < _pattern.Length ? _pattern[_position] : null;

    private static long? Finite(long? length) => length < Many ? length : null;

    private (long Shortest, long? Longest)? Alternatives()
    {
        if (Sequence() is not { } all)
        {
            return null;
        }

        while (Next == '|')
        {
            _position++;
            if (Sequence() is not { } other)
            {
                return null;
            }

            all = (Math.Min(all.Shortest, other.Shortest), all.Longest is { } a && other.Longest is { } b ? Math.Max(a, b) : null);
        }

        return all;
    }

    private (long Shortest, long? Longest)? Sequence()
    {
        (long Shortest, long? Longest) all = (0, 0);
        while (Next is { } next && next is not ('|' or ')'))
        {
            if (Atom() is not { } atom || Quantified(atom) is not { } part)
            {
                return null;
            }

            all = (Math.Min(all.Shortest + part.Shortest, Many), Finite(all.Longest + part.Longest));
        }

        return all;
    }

    private (long Shortest, long? Longest)? Atom()
    {
        switch (_pattern[_position++])
        {
            case '^' or '$':
                return (0, 0);
            case '(':
                return Group();
            case '[':
                return Class() ? (1, 1) : null;
            case '\\':
                return Escape();
            default:
                return (1, 1);
        }
    }

    private (long Shortest, long? Longest)? Group()
    {
        var takes = true;
        if (Next == '?')
        {
            var kind = _pattern.Substring(_position, Math.Min(3, _pattern.Length - _position));
            if (kind.StartsWith("?:", StringComparison.Ordinal) || kind.StartsWith("?>", StringComparison.Ordinal))
            {
                _position += 2;
            }
            else if (kind is ['?', '=' or '!', ..] or ['?', '<', '=' or '!'])
            {
                takes = false;
                _position += kind[1] == '<' ? 3 : 2;
            }
            else if (
                kind is ['?', '<' or '\'', var first]
                && (char.IsLetter(first) || first == '_')
                && _pattern.IndexOf(kind[1] == '<' ? '>' : '\'', _position + 2) is > 0 and var end
            )
            {
                _position = end + 1;
            }
            else
            {
                return null;
            }
        }

        if (Alternatives() is not { } inner || Next != ')')
        {
            return null;
        }

        _position++;
        return takes ? inner : (0, 0);
    }

    /// <summary>Skips a class of characters, and the class that may be taken away from it.</summary>
    private bool Class()
    {
        if (Next == '^')
        {
            _position++;
        }

        for (var first = true; Next is { } next; first = false)
        {
            _position++;
            switch (next)
            {
                case ']' when !first:
                    return true;
                case '\\':
                    _position++;
                    break;
                case '[' when !first && _pattern[_position - 2] == '-':
                    if (!Class())
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private (long Shortest, long? Longest)? Escape()
    {
        switch (Next)
        {
            case null:
                return null;
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                _position++;
                return (0, 0);
            case 'p' or 'P':
                var end = _pattern.IndexOf('}', _position);
                _position = end + 1;
                return end > 0 ? (1, 1) : null;
            case 'x':
                _position += 3;
                break;
            case 'u':
                _position += 5;
                break;
            case 'c':
                _position += 2;
                break;
            case 'k' or (>= '0' and <= '9'):
                return null;
            default:
                _position++;
                break;
        }

        return _position <= _pattern.Length ? (1, 1) : null;
    }

    private (long Shortest, long? Longest)? Quantified((long Shortest, long? Longest) atom)
    {
        (long Least, long? Most)? times = Next switch
        {
            '*' => (0, null),
            '+' => (1, null),
            '?' => (0, 1),
            '{' => Times(),
            _ => null,
        };
        if (times is not { } count)
        {
            return atom;
        }

        _position++;
        if (Next == '?')
        {
            _position++;
        }

        return (Math.Min(atom.Shortest * count.Least, Many), atom.Longest == 0 || count.Most == 0 ? 0 : Finite(atom.Longest * count.Most));
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c> up to the brace that ends it; null for a brace that is a character.</summary>
    private (long Least, long? Most)? Times()
    {
        var end = _pattern.IndexOf('}', _position);
        string[] bounds = end < 0 ? [] : _pattern.Substring(_position + 1, end - _position - 1).Split(',');
        (long Least, long? Most)? times = (bounds.Length, Number(bounds.FirstOrDefault()), Number(bounds.LastOrDefault())) switch
        {
            (1, { } count, _) => (count, count),
            (2, { } least, { } most) => (least, most),
            (2, { } least, null) when bounds[1].Length == 0 => (least, null),
            _ => null,
        };
        _position = times is null ? _position : end;
        return times;
    }

    private static long? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
