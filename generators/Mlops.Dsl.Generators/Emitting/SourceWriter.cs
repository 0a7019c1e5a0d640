using System.Text;

namespace Mlops.Dsl.Generators.Emitting;

/// <summary>Writes C# with indentation: <see cref="Open"/> and <see cref="Close"/> write the braces.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;
    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes a line; an empty one has no trailing spaces.</summary>
    public SourceWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(text);
        }

        // Always \n: equal models give equal files on every system.
        _text.Append('\n');
        return this;
    }

    /// <summary>Appends lines that are written and indented already.</summary>
    public SourceWriter Append(string lines)
    {
        _text.Append(lines);
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
}
