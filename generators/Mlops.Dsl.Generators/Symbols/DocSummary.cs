using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Reads a member's summary from its source text, and that of a positional one from its type's. Roslyn's own reader is no help: a project
/// that writes no documentation file has its doc comments parsed as plain comments, and the help of <c>run</c> must not depend on that
/// setting.
/// </summary>
internal static class DocSummary
{
    private static readonly Regex Element = new(
        "<(?<name>/?[A-Za-z]+)(?:\\s+[A-Za-z]+\\s*=\\s*(?:\"(?<value>[^\"]*)\"|'(?<value>[^']*)'))?[^>]*>",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>The summary as one line of plain text; null where there is none.</summary>
    public static string? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellationToken);
            if (Extract(Comment(node), "<summary>", "</summary>") is { } summary)
            {
                return summary;
            }

            if (
                node is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax type }
                && Extract(Comment(type), $"<param name=\"{symbol.Name}\">", "</param>") is { } parameter
            )
            {
                return parameter;
            }
        }

        return null;
    }

    private static string Comment(SyntaxNode node)
    {
        var comment = new StringBuilder();
        foreach (var trivia in node.GetLeadingTrivia())
        {
            if (
                trivia.Kind()
                is SyntaxKind.SingleLineDocumentationCommentTrivia
                    or SyntaxKind.MultiLineDocumentationCommentTrivia
                    or SyntaxKind.SingleLineCommentTrivia
                    or SyntaxKind.MultiLineCommentTrivia
            )
            {
                Append(comment, TextOf(trivia));
            }
        }

        return comment.ToString();
    }

    /// <summary>The text as the file has it: to write a parsed comment again takes longer.</summary>
    private static string TextOf(SyntaxTrivia trivia) =>
        trivia.SyntaxTree is { } tree && tree.TryGetText(out var text) ? text.ToString(trivia.FullSpan) : trivia.ToFullString();

    private static void Append(StringBuilder comment, string text)
    {
        var isBlock = text.StartsWith("/**", StringComparison.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var content = line.Trim();
            if (content.StartsWith("///", StringComparison.Ordinal) && !content.StartsWith("////", StringComparison.Ordinal))
            {
                comment.Append(content, 3, content.Length - 3).Append('\n');
            }
            else if (isBlock)
            {
                comment.Append(content.Trim('/', '*')).Append('\n');
            }
        }
    }

    private static string? Extract(string comment, string startTag, string endTag)
    {
        var start = comment.IndexOf(startTag, StringComparison.Ordinal);
        var end = start < 0 ? -1 : comment.IndexOf(endTag, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var markup = comment.Substring(start + startTag.Length, end - start - startTag.Length);
        // Most summaries are plain text, and every stage's is read again after every edit of a declaration.
        var text = markup.IndexOf('<') < 0 ? markup : Element.Replace(markup, static match => Plain(match));
        text = PlainText.OneLine(text.IndexOf('&') < 0 ? text : WebUtility.HtmlDecode(text));
        return text.Length == 0 ? null : text;
    }

    /// <summary>What an element reads as: the name that a reference names, a space for a break, nothing for markup around text.</summary>
    private static string Plain(Match element)
    {
        var value = element.Groups["value"].Value;
        return element.Groups["name"].Value switch
        {
            "see" or "seealso" or "paramref" or "typeparamref" => ShortName(value),
            "para" or "/para" or "br" or "item" or "/item" => " ",
            _ => "",
        };
    }

    private static string ShortName(string reference)
    {
        var isLink = reference.Contains("://");
        var end = reference.IndexOf('(');
        var name = isLink || end < 0 ? reference : reference.Substring(0, end);
        return isLink ? name : name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
