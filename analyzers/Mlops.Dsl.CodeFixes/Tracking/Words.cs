using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Names and members that fixes add to a pipeline class.</summary>
internal static class Words
{
    /// <summary>A name as C# writes properties and methods: <c>DATA_DIR</c> and <c>data-dir</c> give <c>DataDir</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var isStart = true;
        var hasLower = text.Any(char.IsLower);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                name.Append(isStart ? char.ToUpperInvariant(letter) : hasLower ? letter : char.ToLowerInvariant(letter));
            }

            isStart = !char.IsLetterOrDigit(letter);
        }

        return name.ToString();
    }

    /// <summary>Whether a pipeline class has a member of a name, in whatever part of it.</summary>
    public static bool IsTaken(ClassDeclarationSyntax pipeline, SemanticModel model, string name) =>
        model.GetDeclaredSymbol(pipeline) is not { } type || type.GetMembers().Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A member of two lines that is laid out like another one, with a blank line after it.</summary>
    public static MemberDeclarationSyntax Member(string attribute, string declaration, MemberDeclarationSyntax like)
    {
        var newLine = SyntaxFactory.EndOfLine(like.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n");
        var indentation = SyntaxFactory.Whitespace(like.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString());
        return SyntaxFactory.ParseMemberDeclaration($"{attribute}{newLine}{indentation}{declaration}")!
            .WithLeadingTrivia(like.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1).Append(indentation))
            .WithTrailingTrivia(SyntaxFactory.TriviaList(like.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? [newLine] : [newLine, newLine]));
    }
}
