namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Helpers for text.</summary>
internal static class PlainText
{
    /// <summary>The text on one line, with single spaces.</summary>
    public static string OneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a text is the same between the quotes of a literal, of C# and of JSON alike: most are.</summary>
    public static bool NeedsNoEscape(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
