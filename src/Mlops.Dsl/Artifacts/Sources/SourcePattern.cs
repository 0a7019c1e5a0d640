using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// A glob or path in which the values of placeholders stand for themselves: <c>$"{folder}/*.csv"</c> finds the files of a folder that is
/// really called
/// <c>what?*</c>. In the text itself, <c>*</c> stands for any characters of a name, <c>?</c> for one, and <c>**</c>, alone
/// between slashes, for any number of folders.
/// </summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SourcePattern
{
    private readonly StringBuilder _text;
    private readonly List<bool> _isLiteral;

    /// <summary>Called by the compiler.</summary>
    public SourcePattern(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        _isLiteral = new List<bool>(_text.Capacity);
    }

    /// <summary>Whether the character at a position stands for itself.</summary>
    internal bool IsLiteral(int position) => _isLiteral[position];

    /// <summary>Called by the compiler: text in which wildcards are meant.</summary>
    public void AppendLiteral(string value) => Append(value, isLiteral: false);

    /// <summary>Called by the compiler: a value that stands for itself.</summary>
    /// <exception cref="SourceException">The value is missing or empty: what is left of the pattern would name other files.</exception>
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
        if (string.IsNullOrEmpty(text))
        {
            throw new SourceException($"'{name}' is empty, but the location of a source depends on it. Give it a value.");
        }

        Append(text, isLiteral: true);
    }

    /// <summary>The text, with the placeholders' values in their places.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>A pattern without placeholders.</summary>
    internal static SourcePattern FromText(string text)
    {
        var pattern = new SourcePattern(text.Length, 0);
        pattern.AppendLiteral(text);
        return pattern;
    }

    private void Append(string value, bool isLiteral)
    {
        _text.Append(value);
        for (var i = 0; i < value.Length; i++)
        {
            _isLiteral.Add(isLiteral);
        }
    }
}
