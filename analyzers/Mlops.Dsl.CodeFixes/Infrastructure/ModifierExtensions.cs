using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

internal static class ModifierExtensions
{
    /// <summary>
    /// Adds a modifier at its place: <c>internal</c> first, <c>partial</c> last, others before <c>partial</c> and <c>async</c>.
    /// </summary>
    public static T WithModifier<T>(this T member, SyntaxKind modifier)
        where T : MemberDeclarationSyntax
    {
        var modifiers = member.Modifiers;
        var token = SyntaxFactory.Token(modifier).WithTrailingTrivia(SyntaxFactory.Space);
        if (modifiers.Count == 0)
        {
            // The new modifier takes over the indentation and comments of what was first.
            var first = FirstTokenAfterAttributes(member);
            return (T)member.ReplaceToken(first, first.WithLeadingTrivia()).WithModifiers([token.WithLeadingTrivia(first.LeadingTrivia)]);
        }

        var index = modifier switch
        {
            SyntaxKind.InternalKeyword => 0,
            SyntaxKind.PartialKeyword => modifiers.Count,
            _ => modifiers.TakeWhile(m => !m.IsKind(SyntaxKind.PartialKeyword) && !m.IsKind(SyntaxKind.AsyncKeyword)).Count(),
        };
        if (index == 0)
        {
            var old = modifiers[0];
            return (T)
                member.WithModifiers(modifiers.Replace(old, old.WithLeadingTrivia()).Insert(0, token.WithLeadingTrivia(old.LeadingTrivia)));
        }

        return (T)member.WithModifiers(modifiers.Insert(index, token));
    }

    private static SyntaxToken FirstTokenAfterAttributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.LastOrDefault() is { } last ? last.GetLastToken().GetNextToken() : member.GetFirstToken();
}
