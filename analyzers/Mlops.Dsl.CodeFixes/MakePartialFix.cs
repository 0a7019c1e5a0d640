using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a pipeline or row type, and the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1001", "MLP1081"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => PartialFixAll.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<TypeDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } type && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                const string Title = "Make partial";
                context.RegisterCodeFix(
                    CodeAction.Create(Title, token => MakePartialAsync(context.Document, [diagnostic], token), Title), diagnostic);
            }
        }
    }

    private static async Task<Document> MakePartialAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var types = diagnostics
            .SelectMany(d => root!.FindNode(d.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            .Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Distinct();
        return document.WithSyntaxRoot(root!.ReplaceNodes(types, (_, type) => type.WithModifier(SyntaxKind.PartialKeyword)));
    }

    /// <summary>Fixes nested types together: separate edits of a type and of the one around it would collide.</summary>
    private sealed class PartialFixAll : DocumentBasedFixAllProvider
    {
        public static PartialFixAll Instance { get; } = new();

        protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
            await MakePartialAsync(document, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
