using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Draws an identifier from the stage's seeded generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DrawIdentifierFix() : CodeFix<InvocationExpressionSyntax>("MLP4002")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        InvocationExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            model.GetSymbolInfo(node, cancellationToken).Symbol is IMethodSymbol method
            && model.Compilation.GetTypeByMetadataName("System.Random")?.GetMembers("GetHexString").IsEmpty == false
            && !node.IsConcurrent()
            && StageContextParameter.Find(node, model, cancellationToken) is { } context
            ? [context.Replace("Draw it from the context's random generator", node, name => Drawn(node, method, name).WithTriviaFrom(node))]
            : [];
    }

    private static ExpressionSyntax Drawn(InvocationExpressionSyntax node, IMethodSymbol method, string context) =>
        SyntaxFactory.ParseExpression(
            method.ContainingType.Name == "Guid"
                ? $"new {((MemberAccessExpressionSyntax)node.Expression).Expression}({context}.Random.GetHexString(32))"
                : $"{context}.Random.GetHexString(16)"
        );
}
