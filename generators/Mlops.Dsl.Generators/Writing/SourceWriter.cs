using System.Text;

namespace Mlops.Dsl.Generators.Writing;

/// <summary>Writes C# with indentation: <see cref="Open"/> and <see cref="Close"/> write the braces.</summary>
/// <param name="shortener">Shortens the names in what is written; null to write them as they are.</param>
internal sealed class SourceWriter(NameShortener? shortener = null)
{
    private const int SpacesPerLevel = 4;
    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes a line of code; an empty one has no trailing spaces. Its names are shortened.</summary>
    public SourceWriter Line(string text = "")
    {
        if (text.Length == 0 || shortener is null)
        {
            return Verbatim(text);
        }

        shortener.Append(_text.Append(' ', _level * SpacesPerLevel), text);
        return EndLine();
    }

    /// <summary>Writes a line that is part of a literal, and so must stay as it is.</summary>
    public SourceWriter Verbatim(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(text);
        }

        return EndLine();
    }

    /// <summary>Appends what another writer wrote, with its indentation.</summary>
    public SourceWriter Append(SourceWriter other)
    {
        // Piece by piece: to make a text of the whole first would copy it once more.
        other.AppendTo(_text);
        return this;
    }

    /// <summary>Writes a line and an opening brace, and indents what follows.</summary>
    public SourceWriter Open(string header)
    {
        Line(header).Line("{");
        _level++;
        return this;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    /// <param name="suffix">What follows the closing brace, such as <c>;</c>.</param>
    public SourceWriter Close(string suffix = "")
    {
        _level--;
        return Line("}" + suffix);
    }

    /// <summary>Indents what follows by one level.</summary>
    public SourceWriter Indent()
    {
        _level++;
        return this;
    }

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public SourceWriter Unindent()
    {
        _level--;
        return this;
    }

    public override string ToString() => _text.ToString();

    private void AppendTo(StringBuilder target)
    {
        var buffer = new char[Math.Min(_text.Length, 4096)];
        for (var position = 0; position < _text.Length; position += buffer.Length)
        {
            var count = Math.Min(buffer.Length, _text.Length - position);
            _text.CopyTo(position, buffer, 0, count);
            target.Append(buffer, 0, count);
        }
    }

    private SourceWriter EndLine()
    {
        // Always \n: equal models give equal files on every system.
        _text.Append('\n');
        return this;
    }
}
