using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>How the lines of a file are laid out.</summary>
internal static class Lines
{
    /// <summary>What ends a line in the file of a node.</summary>
    public static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>What stands before a node on its line.</summary>
    public static string Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
}
