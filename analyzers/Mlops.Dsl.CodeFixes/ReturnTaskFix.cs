using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes an async void stage return a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReturnTaskFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1013"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<MethodDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { ReturnType: PredefinedTypeSyntax } method)
            {
                context.RegisterReplacement(
                    diagnostic, "Return Task", method.ReturnType, () => SyntaxFactory.IdentifierName("Task").WithTriviaFrom(method.ReturnType));
            }
        }
    }
}
