using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Removes an attribute that does nothing or contradicts another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveAttributeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1010", "MLP1016", "MLP1025"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<AttributeSyntax>(diagnostic).ConfigureAwait(false) is { Parent: AttributeListSyntax list } attribute)
            {
                RegisterRemoval(context, diagnostic, attribute, list);
            }
        }
    }

    private static void RegisterRemoval(CodeFixContext context, Diagnostic diagnostic, AttributeSyntax attribute, AttributeListSyntax list)
    {
        var title = $"Remove [{attribute.Name}]";
        if (list.Attributes.Count > 1)
        {
            context.RegisterReplacement(diagnostic, title, list, () => list.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!);
        }
        else if (list.Parent is { } owner)
        {
            context.RegisterReplacement(diagnostic, title, owner, () => WithoutList(owner, list));
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
