using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a field that nothing assigns later read-only, and a property init-only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableStateFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1007"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<FieldDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } field)
            {
                if (await FieldWrites.AreConstructionOnlyAsync(context.Document, field, context.CancellationToken).ConfigureAwait(false))
                {
                    context.RegisterReplacement(diagnostic, "Make readonly", field, () => field.WithModifier(SyntaxKind.ReadOnlyKeyword));
                }
            }
            else if (await context.FindAsync<PropertyDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } property
                && property.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } setter
                && !property.Modifiers.Any(SyntaxKind.StaticKeyword))
            {
                context.RegisterReplacement(diagnostic, "Make init-only", setter, () => AsInit(setter));
            }
        }
    }

    private static AccessorDeclarationSyntax AsInit(AccessorDeclarationSyntax setter) =>
        SyntaxFactory.AccessorDeclaration(
                SyntaxKind.InitAccessorDeclaration,
                setter.AttributeLists,
                setter.Modifiers,
                SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
                setter.Body,
                setter.ExpressionBody,
                setter.SemicolonToken);
}
