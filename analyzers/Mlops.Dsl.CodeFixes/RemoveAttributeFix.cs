using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Removes an attribute that does nothing, or that another one forbids.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveAttributeFix() : CodeFix<AttributeSyntax>("MLP1010", "MLP1016", "MLP1025", "MLP5001", "MLP5007")
{
    private protected override IEnumerable<Replacement> Offers(AttributeSyntax node, Diagnostic diagnostic)
    {
        var title = $"Remove [{node.Name}]";
        if (node.Parent is AttributeListSyntax { Attributes.Count: > 1 } several)
        {
            yield return new(title, several, () => several.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!);
        }
        else if (node.Parent is AttributeListSyntax { Parent: { } owner } single)
        {
            yield return new(title, owner, () => WithoutList(owner, single));
        }
    }

    private static SyntaxNode WithoutList(SyntaxNode owner, AttributeListSyntax list)
    {
        // What comes first keeps the doc comment and the indentation.
        var isFirst = owner.GetFirstToken() == list.GetFirstToken();
        var removed = owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return isFirst ? removed.WithLeadingTrivia(list.GetLeadingTrivia()) : removed;
    }
}
