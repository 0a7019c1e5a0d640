namespace Mlops.Dsl;

/// <summary>Puts the texts of one column into its cell.</summary>
internal sealed class CsvColumn(string name, bool isPersonal, RowCell cell, CsvOptions options)
{
    private readonly bool _isText = cell is RowCell<string>;
    private readonly TextPool _texts = new();

    /// <summary>The header, or the property's name where there is none.</summary>
    public string Name { get; } = name;

    /// <summary>Takes a text.</summary>
    /// <returns>What was expected and found instead, if it is no value of the column.</returns>
    public (string Expected, string Found)? Set(ReadOnlySpan<char> text)
    {
        if (IsMissing(text))
        {
            // A text that must be there and is not is the validator's business: Raw promises nothing.
            return cell.TrySetText(null) || _isText
                ? null
                : (cell.Expected, text.IsEmpty ? "nothing" : $"{FieldText.Quote(text)}, which stands for a missing value");
        }

        return TrySetTruth(text) || cell.TrySetText(_texts.Get(text))
            ? null
            : (Expected, isPersonal ? "something else (personal data is not shown)" : FieldText.Quote(text));
    }

    /// <summary>What a text must be, with the other spellings of truth.</summary>
    private string Expected =>
        cell is RowCell<bool> or RowCell<bool?> && options.TrueTexts.Count + options.FalseTexts.Count > 0
            ? $"{cell.Expected}, or "
                + $"{string.Join(" or ", options.TrueTexts.Concat(options.FalseTexts).Select(static text => FieldText.Quote(text)))}"
            : cell.Expected;

    private bool IsMissing(ReadOnlySpan<char> text) => text.IsEmpty ? !_isText || cell.IsNullable : Contains(options.Missing, text);

    private bool TrySetTruth(ReadOnlySpan<char> text)
    {
        if (cell is not (RowCell<bool> or RowCell<bool?>))
        {
            return false;
        }

        var isTrue = Contains(options.TrueTexts, text);
        if (!isTrue && !Contains(options.FalseTexts, text))
        {
            return false;
        }

        if (cell is RowCell<bool> required)
        {
            required.Value = isTrue;
        }
        else
        {
            ((RowCell<bool?>)cell).Value = isTrue;
        }

        return true;
    }

    private static bool Contains(IReadOnlyList<string> texts, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (text.SequenceEqual(texts[i]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Makes one string of equal short texts, as long as a column has few of them.</summary>
internal sealed class TextPool
{
    private const int MostTexts = 1024;
    private const int LongestText = 64;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _texts = new Dictionary<string, string>(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            return text.ToString();
        }

        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = text.ToString();
        if (_texts.Dictionary.Count < MostTexts)
        {
            _texts.Dictionary.Add(made, made);
        }

        return made;
    }
}
