using System.Text;

namespace Mlops.Dsl.Generators.Emitting;

/// <summary>Replaces full names in generated code by simple ones, and tells which namespaces must be imported for it.</summary>
internal sealed class NameShortener(IEnumerable<string> shortNames)
{
    private const string Start = "global::";
    private readonly HashSet<string> _shortNames = new(shortNames, StringComparer.Ordinal);

    /// <summary>The namespaces of the names that were shortened.</summary>
    public SortedSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Shortens the names in code; comments and texts in quotes stay as they are.</summary>
    public string Shorten(string code)
    {
        var result = new StringBuilder(code.Length);
        var i = 0;
        while (i < code.Length)
        {
            if (IsAt(code, i, "//"))
            {
                i = CopyUntil(code, i, code.IndexOf('\n', i), result);
            }
            else if (IsAt(code, i, "'\"'"))
            {
                i = CopyUntil(code, i, i + 3, result);
            }
            else if (code[i] == '"')
            {
                i = CopyText(code, i, result);
            }
            else if (IsAt(code, i, Start))
            {
                i = CopyName(code, i, result);
            }
            else
            {
                result.Append(code[i++]);
            }
        }

        return result.ToString();
    }

    /// <summary>Copies a literal: raw ones end with as many quotes as they start with, others at the next quote that is not escaped.</summary>
    private static int CopyText(string code, int start, StringBuilder result)
    {
        var quotes = 0;
        while (start + quotes < code.Length && code[start + quotes] == '"')
        {
            quotes++;
        }

        var end = start + 1;
        if (quotes >= 3)
        {
            end = code.IndexOf(new string('"', quotes), start + quotes, StringComparison.Ordinal) + quotes;
        }
        else
        {
            while (code[end] != '"')
            {
                end += code[end] == '\\' ? 2 : 1;
            }

            end++;
        }

        return CopyUntil(code, start, end, result);
    }

    private static int CopyUntil(string code, int start, int end, StringBuilder result)
    {
        result.Append(code, start, end - start);
        return end;
    }

    private static bool IsAt(string code, int position, string token) => string.CompareOrdinal(code, position, token, 0, token.Length) == 0;

    private int CopyName(string code, int start, StringBuilder result)
    {
        var end = start + Start.Length;
        var nameStart = end;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '_' or '@' or '.'))
        {
            end++;
            var isSegment = end == code.Length || !(char.IsLetterOrDigit(code[end]) || code[end] is '_' or '@');
            if (isSegment && _shortNames.Contains(code.Substring(nameStart, end - nameStart)))
            {
                var lastDot = code.LastIndexOf('.', end - 1);
                Namespaces.Add(code.Substring(nameStart, lastDot - nameStart));
                result.Append(code, lastDot + 1, end - lastDot - 1);
                return end;
            }
        }

        return CopyUntil(code, start, end, result);
    }
}
