using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Sorts a collection that has no lasting order, or lets a parallel query keep the order of its source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class OrderCollectionFix() : CodeFix<ExpressionSyntax>("MLP4006")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var parallel = node.DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsParallel" });
        if (parallel is not null)
        {
            return [new("Keep the order with AsOrdered()", parallel, () => Append(parallel, ".AsOrdered()"))];
        }

        var collection = Collection(node);
        return collection is not null && model.GetTypeInfo(collection, cancellationToken).Type is { } type && Sort(type) is { } sort
            ? [new("Sort first", collection, () => Append(collection, sort))]
            : [];
    }

    /// <summary>
    /// What a call takes its elements from; of a loop, the diagnostic is at the collection itself. Null for a call that adds to a list what
    /// arrives.
    /// </summary>
    private static ExpressionSyntax? Collection(ExpressionSyntax node) =>
        node switch
        {
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: { } receiver, Name.Identifier.ValueText: var name },
                ArgumentList.Arguments: var arguments
            } call => name != "AddRange" && call.Parent is ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax ? null
            : name == "AddRange" || receiver.ToString() is "string" or "String" ? arguments.Last().Expression
            : call.Parent is CommonForEachStatementSyntax ? call
            : receiver,
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var source, ..] } => source.Expression,
            _ => node,
        };

    private static string? Sort(ITypeSymbol type)
    {
        var sequence = type
            .AllInterfaces.Prepend(type)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(static face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence?.TypeArguments[0] switch
        {
            { SpecialType: SpecialType.System_String } => ".Order(StringComparer.Ordinal)",
            INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] } =>
                ".OrderBy(pair => pair.Key, StringComparer.Ordinal)",
            INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ } key, _] } when IsComparable(key) => ".OrderBy(pair => pair.Key)",
            { } element when IsComparable(element) => ".Order()",
            _ => null,
        };
    }

    private static bool IsComparable(ITypeSymbol type) => type.AllInterfaces.Any(static face => face.Name == "IComparable");

    private static ExpressionSyntax Append(ExpressionSyntax expression, string call) =>
        SyntaxFactory.ParseExpression(expression.WithoutTrivia() + call).WithTriviaFrom(expression);
}
