namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Stands for the terminal's codes of styles inside of texts that are still to be written: characters for private use, which no printable
/// text has, so that
/// <see cref="PrintableWriter"/> tells the program's own styles from codes that came with a user's text.
/// </summary>
internal static class StyleMark
{
    private const char First = '\uF4D0';

    /// <summary>Begins a style; that of <see cref="TextStyle.None"/> ends any.</summary>
    public static char Of(TextStyle style) => (char)(First + (int)style);

    /// <summary>Whether a character is a mark.</summary>
    public static bool Is(char c) => c is >= First and <= (char)(First + (int)TextStyle.Dim);

    /// <summary>The terminal's code for a mark; null for any other character.</summary>
    public static string? CodeOf(char c) =>
        !Is(c)
            ? null
            : (TextStyle)(c - First) switch
            {
                TextStyle.None => "\u001b[0m",
                TextStyle.Good => "\u001b[32m",
                TextStyle.Bad => "\u001b[31m",
                TextStyle.Warning => "\u001b[33m",
                TextStyle.Strong => "\u001b[1m",
                _ => "\u001b[2m",
            };
}
