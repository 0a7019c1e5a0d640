using System.Text;

namespace Mlops.Dsl.Testing.Markup;

internal static class MarkupWriter
{
    /// <summary>Writes spans into text as markup: what a test would say if what was reported were right.</summary>
    public static string Write(string text, IEnumerable<MarkupSpan> spans)
    {
        var all = spans.ToList();
        var opens = all.OrderByDescending(s => s.Span.Length)
            .ToLookup(s => s.Span.Start, s => s.Span.IsEmpty ? Open(s) + Close(s) : Open(s));
        var closes = all.Where(s => !s.Span.IsEmpty).OrderByDescending(s => s.Span.Start).ToLookup(s => s.Span.End, Close);
        var result = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            result.AppendJoin("", closes[i]).AppendJoin("", opens[i]);
            if (i < text.Length)
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static string Open(MarkupSpan span) => span.Id is null ? "[|" : "{|" + span.Id + ":";

    private static string Close(MarkupSpan span) => span.Id is null ? "|]" : "|}";
}
