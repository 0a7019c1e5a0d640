using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Writes values into messages: invariant, dates in ISO 8601, nothing longer than a line can hold.</summary>
internal static class ValueText
{
    private const int LongestQuote = 60;

    /// <summary>The value as text.</summary>
    public static string? Of<T>(T value) =>
        value switch
        {
            null => null,
            DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            System.Collections.ICollection items => $"{items.Count} items",
            _ => value.ToString(),
        };

    /// <summary>The value in quotes, shortened, or <c>null</c>.</summary>
    public static string Quote<T>(T value)
    {
        var text = Of(value);
        return text is null ? "null"
            : text.Length > LongestQuote ? $"'{Shorten(text)}…'"
            : $"'{text}'";
    }

    // Never between the halves of a surrogate pair: half a character can't be written anywhere.
    private static string Shorten(string text) => text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
}
