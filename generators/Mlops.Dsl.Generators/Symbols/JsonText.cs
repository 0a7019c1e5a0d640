using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Writes JSON strings.</summary>
internal static class JsonText
{
    /// <summary>A JSON string. Everything but controls, line ends and lone surrogates stays as it is, so that people can read it.</summary>
    public static string Quote(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        if (PlainText.NeedsNoEscape(text))
        {
            return $"\"{text}\"";
        }

        var json = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsSurrogate(c) && i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]);
            if (isPair)
            {
                json.Append(c).Append(text[++i]);
            }
            else
            {
                Append(json, c);
            }
        }

        return json.Append('"').ToString();
    }

    private static void Append(StringBuilder json, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                json.Append('\\').Append(c);
                break;
            case '\n':
                json.Append("\\n");
                break;
            case '\r':
                json.Append("\\r");
                break;
            case '\t':
                json.Append("\\t");
                break;
            default:
                if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF')
                {
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    json.Append(c);
                }

                break;
        }
    }
}
