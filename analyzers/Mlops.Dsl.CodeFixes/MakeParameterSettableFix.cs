using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Gives a parameter a getter and an init accessor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeParameterSettableFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1061"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<PropertyDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } property
                && !property.Modifiers.Any(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
                && property.AccessorList is (null or { Accessors: [{ Body: null, ExpressionBody: null, RawKind: (int)SyntaxKind.GetAccessorDeclaration }] }))
            {
                context.RegisterReplacement(diagnostic, "Write { get; init; }", property, () => Settable(property));
            }
        }
    }

    private static PropertyDeclarationSyntax Settable(PropertyDeclarationSyntax property)
    {
        var accessors = SyntaxFactory.ParseSyntaxTree("class C { int P { get; init; } }").GetRoot().DescendantNodes().OfType<AccessorListSyntax>().First();
        if (property.ExpressionBody is not { } body)
        {
            return property.WithAccessorList(accessors.WithTriviaFrom(property.AccessorList!));
        }

        // The expression that the property computed becomes its default.
        var value = SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), body.Expression);
        return property.WithExpressionBody(null).WithAccessorList(accessors.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(value);
    }
}
