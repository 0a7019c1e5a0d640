using System.Text;

namespace Mlops.Dsl.Generators.Writing;

/// <summary>Writes doc comments.</summary>
internal static class DocComment
{
    /// <summary>Writes a summary.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="markup">The summary, with its markup.</param>
    public static SourceWriter Summary(this SourceWriter writer, string markup) => writer.Line($"/// <summary>{markup}</summary>");

    /// <summary>Text as doc comments show it: without characters that would end the comment's line or that XML can't hold.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
            {
                escaped.Append(text[i]).Append(text[++i]);
            }
            else
            {
                escaped.Append(Escape(text[i]));
            }
        }

        return escaped.ToString();
    }

    /// <summary>Most texts are ASCII without markup.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => " ",
            _ when char.IsControl(c) || char.IsSurrogate(c) => " ",
            _ => c.ToString(),
        };
}
