using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ApiDocs.Reading;

/// <summary>Turns a <c>summary</c> element into the line of text that a person reads in a tooltip.</summary>
internal static partial class SummaryText
{
    /// <summary>
    /// Reads the element that <paramref name="reader"/> stands on, and leaves the reader after it. References become simple names,
    /// as editors show them: the namespace of a reference would give away the area, which is what the model has to predict.
    /// </summary>
    /// <returns>Words separated by single spaces; empty for an empty element.</returns>
    public static string Read(XmlReader reader)
    {
        var text = new StringBuilder();
        using (var element = reader.ReadSubtree())
        {
            while (element.Read())
            {
                switch (element.NodeType)
                {
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        text.Append(element.Value);
                        break;
                    case XmlNodeType.Element when element.Depth > 0:
                        text.Append(Shown(element)).Append(BreaksLine(element.LocalName) ? " " : "");
                        break;
                    case XmlNodeType.EndElement when BreaksLine(element.LocalName):
                        text.Append(' ');
                        break;
                }
            }
        }

        reader.Read();
        var simple = QualifiedName().Replace(text.ToString(), static name => SimpleName(name.Value));
        return Whitespace().Replace(simple, " ").Trim();
    }

    /// <summary>
    /// The last part of a documentation id or a qualified name: <c>M:System.IO.Stream.Read(System.Byte[])</c> is <c>Read</c>.
    /// </summary>
    internal static string SimpleName(string id)
    {
        var name = id.AsSpan(id.IndexOf(':', StringComparison.Ordinal) + 1);
        var end = name.IndexOfAny('(', '~', '{');
        name = end < 0 ? name : name[..end];
        if (name.EndsWith(".#ctor", StringComparison.Ordinal) || name.EndsWith(".#cctor", StringComparison.Ordinal))
        {
            name = name[..name.LastIndexOf('.')];
        }

        name = name[(name.LastIndexOfAny('.', '#') + 1)..];
        var arity = name.IndexOf('`');
        return new string(arity < 0 ? name : name[..arity]);
    }

    private static string Shown(XmlReader element) =>
        element.LocalName switch
        {
            // An element with text of its own shows that text instead.
            "see" or "seealso" when !element.IsEmptyElement => "",
            "see" or "seealso" => element.GetAttribute("langword") ?? SimpleName(element.GetAttribute("cref") ?? ""),
            "paramref" or "typeparamref" => element.GetAttribute("name") ?? "",
            _ => "",
        };

    private static bool BreaksLine(string tag) => tag is "para" or "p" or "br" or "list" or "item" or "term" or "description" or "code";

    [GeneratedRegex(
        @"(?:\b[A-Za-z]+:)?\b(?:System|Microsoft)(?:\.[A-Za-z_][\w`]*)+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: -1
    )]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: -1)]
    private static partial Regex Whitespace();
}
