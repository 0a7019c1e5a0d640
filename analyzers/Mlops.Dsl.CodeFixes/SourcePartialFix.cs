using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a source with a location partial, and leaves its body to the generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SourcePartialFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1051"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<MethodDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } method
                && diagnostic.Location.SourceSpan == method.Identifier.Span
                && !method.Modifiers.Any(SyntaxKind.AsyncKeyword))
            {
                context.RegisterReplacement(diagnostic, "Make partial, without a body", method, () => Declared(method));
            }
        }
    }

    private static MethodDeclarationSyntax Declared(MethodDeclarationSyntax method)
    {
        var declared = method.Modifiers.Any(SyntaxKind.PartialKeyword) ? method : method.WithModifier(SyntaxKind.PartialKeyword);
        var trailing = method.GetTrailingTrivia();
        return declared
            .WithBody(null)
            .WithExpressionBody(null)
            .WithParameterList(declared.ParameterList.WithTrailingTrivia())
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(trailing));
    }
}
