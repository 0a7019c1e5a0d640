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
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            node is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Shuffle" } access,
                ArgumentList.Arguments.Count: 0
            } shuffle
        )
        {
            // A sort asks for each element's key once, in their order.
            return !node.IsConcurrent() && StageContextParameter.Find(node, model, cancellationToken) is { } own
                ?
                [
                    own.Replace(
                        "Shuffle with the context's seeded random generator",
                        node,
                        name =>
                            shuffle
                                .WithExpression(access.WithName(SyntaxFactory.IdentifierName("OrderBy")))
                                .WithArgumentList(
                                    SyntaxFactory.ParseArgumentList($"(_ => {name}.Random.Next())").WithTriviaFrom(shuffle.ArgumentList)
                                )
                    ),
                ]
                : [];
        }

        return
            IsSystemRandom(model.GetSymbolInfo(node, cancellationToken).Symbol)
            && !node.IsConcurrent()
            && StageContextParameter.Find(node, model, cancellationToken) is { } context
            ?
            [
                context.Replace(
                    "Use the context's seeded random generator",
                    node,
                    name => SyntaxFactory.ParseExpression(name + ".Random").WithTriviaFrom(node)
                ),
            ]
            : [];
    }

    private static bool IsSystemRandom(ISymbol? symbol) =>
        symbol
            is IPropertySymbol { ContainingType.Name: "Random" }
                or IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "Random" };
}
