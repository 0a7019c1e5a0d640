using System.Text;

namespace Mlops.Dsl.Contracts.Json;

/// <summary>
/// Reads JSON (RFC 8259), strictly: no comments, no trailing commas, no name twice in an object. Analyzers may not bring System.Text.Json
/// into a compiler, whose own copy it would meet.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>A longer text is refused: no contract is that large, and the compiler reads it at every build.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Deeper nesting is refused: it would exhaust the stack of the compiler.</summary>
    public const int MaxDepth = 64;

    // What git leaves in a file that it could not merge.
    private static readonly string[] Conflicts = ["<<<<<<<", "=======", ">>>>>>>"];

    private readonly string _text;
    private int _position;

    private JsonParser(string text) => _text = text;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Reads one value, which is all that the text may hold; a byte-order mark is skipped.</summary>
    /// <exception cref="JsonFormatException">The text is no JSON.</exception>
    public static JsonValue Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw TooLong();
        }

        var parser = new JsonParser(text);
        if (parser.Current == '\uFEFF')
        {
            parser._position++;
        }

        var value = parser.Value(0);
        parser.Space();
        return parser._position == text.Length ? value : throw parser.Unexpected("the end of the file");
    }

    /// <summary>Why a text of more than <see cref="MaxLength"/> characters is not read.</summary>
    public static JsonFormatException TooLong() => new(0, $"is longer than {MaxLength / 1_000_000} million characters");

    private JsonValue Value(int depth)
    {
        Space();
        var start = _position;
        if (depth == MaxDepth)
        {
            throw new JsonFormatException(start, $"is nested more than {MaxDepth} levels deep");
        }

        return Current switch
        {
            '{' => Object(start, depth),
            '[' => Array(start, depth),
            '"' => new JsonValue(JsonKind.Text, start, Text(), [], []),
            '-' or (>= '0' and <= '9') => new JsonValue(JsonKind.Number, start, Number(), [], []),
            't' => Word(JsonKind.Boolean, "true"),
            'f' => Word(JsonKind.Boolean, "false"),
            'n' => Word(JsonKind.Null, "null"),
            _ => throw Unexpected("a value"),
        };
    }

    private JsonValue Object(int start, int depth)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var more = Open('}'); more; more = Next('}', "a comma or '}'"))
        {
            Space();
            var position = _position;
            var name = Current == '"' ? Text() : throw Unexpected("a name in quotation marks");
            if (!names.Add(name))
            {
                throw new JsonFormatException(position, $"has the name '{Shown(name)}' twice in one object");
            }

            Space();
            Expect(':', "a colon");
            members.Add(new JsonMember(name, position, Value(depth + 1)));
        }

        return new JsonValue(JsonKind.Object, start, "", [], members);
    }

    private JsonValue Array(int start, int depth)
    {
        var items = new List<JsonValue>();
        for (var more = Open(']'); more; more = Next(']', "a comma or ']'"))
        {
            items.Add(Value(depth + 1));
        }

        return new JsonValue(JsonKind.Array, start, "", items, []);
    }

    /// <summary>Whether anything stands between the brackets.</summary>
    private bool Open(char close)
    {
        _position++;
        Space();
        return !Skip(close);
    }

    private bool Next(char close, string expected)
    {
        Space();
        return Skip(',') || (Skip(close) ? false : throw Unexpected(expected));
    }

    private string Text()
    {
        var start = _position++;
        var text = new StringBuilder();
        while (Current != '"')
        {
            var next = Current;
            if (_position == _text.Length || next < ' ')
            {
                throw new JsonFormatException(start, "has a string that does not end on its line");
            }

            _position++;
            text.Append(next == '\\' ? Escape() : next);
        }

        _position++;
        return text.ToString();
    }

    private char Escape()
    {
        var letter = Current;
        if (letter == 'u')
        {
            var digits = _position + 5 <= _text.Length ? _text.Substring(_position + 1, 4) : "";
            if (digits.Length == 4 && digits.All(Uri.IsHexDigit))
            {
                _position += 5;
                return (char)Convert.ToInt32(digits, 16);
            }
        }

        var index = "\"\\/bfnrt".IndexOf(letter);
        if (index < 0)
        {
            throw Unexpected("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits");
        }

        _position++;
        return "\"\\/\b\f\n\r\t"[index];
    }

    private string Number()
    {
        var start = _position;
        Skip('-');
        if (!Skip('0'))
        {
            Digits();
        }

        if (Skip('.'))
        {
            Digits();
        }

        if (Skip('e') || Skip('E'))
        {
            _ = Skip('+') || Skip('-');
            Digits();
        }

        return _text.Substring(start, _position - start);
    }

    private void Digits()
    {
        var start = _position;
        while (Current is >= '0' and <= '9')
        {
            _position++;
        }

        if (_position == start)
        {
            throw Unexpected("a digit");
        }
    }

    private JsonValue Word(JsonKind kind, string word)
    {
        var start = _position;
        foreach (var letter in word)
        {
            Expect(letter, word);
        }

        return new JsonValue(kind, start, word, [], []);
    }

    private void Space()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private bool Skip(char letter)
    {
        var isThere = _position < _text.Length && Current == letter;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(char letter, string expected)
    {
        if (!Skip(letter))
        {
            throw Unexpected(expected);
        }
    }

    private JsonFormatException Unexpected(string expected)
    {
        var found =
            _position == _text.Length ? "the file ends"
            : Conflicts.Any(mark => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0) ? "a merge conflict is left"
            : char.IsControl(Current) || char.IsSurrogate(Current) ? $"there is the character U+{(int)Current:X4}"
            : $"there is '{Current}'";
        return new JsonFormatException(_position, $"is no JSON: {found} where {expected} should be");
    }

    private static string Shown(string name) => name.Length <= 50 ? name : $"{name.Substring(0, 50)}…";
}
