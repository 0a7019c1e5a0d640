namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Helpers for text.</summary>
internal static class PlainText
{
    /// <summary>The text on one line, with single spaces.</summary>
    public static string OneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
