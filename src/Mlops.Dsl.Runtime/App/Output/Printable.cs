using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Makes text that came from outside safe to print: control characters could move the cursor, recolour or retitle the terminal,
/// and direction overrides could make a line read as something that it is not.
/// </summary>
internal static class Printable
{
    /// <summary>The text in one line, with what can't be shown written as an escape such as <c>\n</c> or <c>\u001b</c>.</summary>
    public static string Line(string? text) =>
        text is null ? ""
        : IsPrintable(text) ? text
        : Escape(text, keepLines: false);

    /// <summary>The text with its line breaks and tabs, and with everything else that can't be shown written as an escape.</summary>
    public static string Lines(string text) => IsPrintable(text) ? text : Escape(text, keepLines: true);

    /// <summary>
    /// C0 and C1 controls, line separators, the marks, embeddings, overrides and isolates of text direction, and the program's own marks.
    /// </summary>
    public static bool IsUnprintable(char c) =>
        c
            is < ' '
                or (>= '\u007F' and <= '\u009F')
                or '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u206F')
                or (>= '\uFFF9' and <= '\uFFFB')
        || StyleMark.Is(c);

    private static bool IsPrintable(string text)
    {
        foreach (var c in text)
        {
            if (IsUnprintable(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string text, bool keepLines)
    {
        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsUnprintable(c) || (keepLines && (c is '\n' or '\t' || (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))))
            {
                builder.Append(c);
                continue;
            }

            builder.Append(
                c switch
                {
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                }
            );
        }

        return builder.ToString();
    }
}
