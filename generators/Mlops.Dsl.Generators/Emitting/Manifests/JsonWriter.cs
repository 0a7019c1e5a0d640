using System.Text;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Emitting.Manifests;

/// <summary>Writes JSON with an indentation of two spaces and <c>\n</c> line ends: equal content gives equal bytes.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _level;
    private bool _isFirst = true;

    public JsonWriter Object(Action<JsonWriter> members) => Nested('{', members, '}');

    /// <summary>Writes a property with an object; nothing for null.</summary>
    public JsonWriter Object(string name, Action<JsonWriter>? members) => members is null ? this : Name(name).Nested('{', members, '}');

    /// <summary>Writes a property with an array of objects; nothing where there are none, unless readers expect the property.</summary>
    public JsonWriter Array<T>(string name, IReadOnlyCollection<T> items, Action<JsonWriter, T> members, bool isRequired = false) =>
        items.Count == 0
            ? (isRequired ? Raw(name, "[]") : this)
            : Name(name)
                .Nested(
                    '[',
                    array =>
                    {
                        foreach (var item in items)
                        {
                            array.Item().Nested('{', writer => members(writer, item), '}');
                        }
                    },
                    ']'
                );

    /// <summary>Writes a property with an array of texts on one line; nothing where there are none.</summary>
    public JsonWriter Texts(string name, IEnumerable<string> items)
    {
        var all = string.Join(", ", items.Select(JsonText.Quote));
        return all.Length == 0 ? this : Raw(name, $"[{all}]");
    }

    /// <summary>Writes a property with a text; nothing for null.</summary>
    public JsonWriter Text(string name, string? value) => value is null ? this : Raw(name, JsonText.Quote(value));

    /// <summary>Writes a property that is true; nothing for false.</summary>
    public JsonWriter Flag(string name, bool value) => value ? Raw(name, "true") : this;

    /// <summary>Writes a property whose value is JSON already; nothing for null.</summary>
    public JsonWriter Raw(string name, string? json)
    {
        if (json is not null)
        {
            Name(name)._text.Append(json);
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private JsonWriter Name(string name)
    {
        // Names are ours, and plain.
        Item()._text.Append('"').Append(name).Append("\": ");
        return this;
    }

    private JsonWriter Item()
    {
        if (!_isFirst)
        {
            _text.Append(',');
        }

        _isFirst = false;
        NewLine();
        return this;
    }

    private JsonWriter Nested(char open, Action<JsonWriter> content, char close)
    {
        _text.Append(open);
        _level++;
        _isFirst = true;
        content(this);
        _level--;
        if (!_isFirst)
        {
            NewLine();
        }

        _isFirst = false;
        _text.Append(close);
        return this;
    }

    private void NewLine() => _text.Append('\n').Append(' ', _level * 2);
}
