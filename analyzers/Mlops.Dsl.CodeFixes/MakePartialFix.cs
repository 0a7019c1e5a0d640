using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a pipeline or row type, and the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialFix() : CodeFix<TypeDeclarationSyntax>("MLP1001", "MLP1081")
{
    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => PartialFixAll.Instance;

    private protected override IEnumerable<Replacement> Offers(TypeDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (TypesAround(node).LastOrDefault() is { } outermost)
        {
            yield return new(
                "Make partial",
                outermost,
                () => outermost.ReplaceNodes(TypesAround(node), (_, type) => type.WithModifier(SyntaxKind.PartialKeyword))
            );
        }
    }

    /// <summary>The types from the inside out that are not partial yet.</summary>
    private static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Fixes nested types together: separate edits of a type and of the one around it would collide.</summary>
    private sealed class PartialFixAll : DocumentBasedFixAllProvider
    {
        public static PartialFixAll Instance { get; } = new();

        protected override async Task<Document?> FixAllAsync(
            FixAllContext fixAllContext,
            Document document,
            ImmutableArray<Diagnostic> diagnostics
        )
        {
            var root = await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
            var types = diagnostics.SelectMany(d => TypesAround(root!.FindNode(d.Location.SourceSpan))).Distinct();
            return document.WithSyntaxRoot(root!.ReplaceNodes(types, (_, type) => type.WithModifier(SyntaxKind.PartialKeyword)));
        }
    }
}
