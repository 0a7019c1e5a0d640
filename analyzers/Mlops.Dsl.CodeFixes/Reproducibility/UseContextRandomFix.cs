using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Draws from the stage's seeded generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseContextRandomFix() : CodeFix<ExpressionSyntax>("MLP4003")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(ExpressionSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return IsSystemRandom(model.GetSymbolInfo(node, cancellationToken).Symbol)
            && !node.IsConcurrent()
            && StageContextParameter.Find(node, model, cancellationToken) is { } context
            ? [context.Replace("Use the context's seeded random generator", node, name => SyntaxFactory.ParseExpression(name + ".Random").WithTriviaFrom(node))]
            : [];
    }

    private static bool IsSystemRandom(ISymbol? symbol) => symbol is IPropertySymbol { ContainingType.Name: "Random" } or IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "Random" };
}
