using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>
/// Sorts what a query reads by its characters' codes: an <c>orderby</c> takes no comparer, so that the sorting moves into the query's
/// source. Only an
/// <c>orderby</c> that follows the first <c>from</c> can move.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SortQueryOrdinallyFix() : CodeFix<SyntaxNode>("MLP4015")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        SyntaxNode node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            node.FirstAncestorOrSelf<OrderByClauseSyntax>()
                is not { Parent: QueryBodySyntax { Parent: QueryExpressionSyntax { FromClause: { Type: null } from } query } body } order
            || body.Clauses[0] != order
        )
        {
            return [];
        }

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var source = SyntaxFactory.ParseExpression(
            Receiver(from.Expression)
                + string.Concat(order.Orderings.Select((ordering, i) => Call(ordering, i, from.Identifier.Text, model, cancellationToken)))
        );
        var sorted = query
            .WithFromClause(from.WithExpression(source.WithTriviaFrom(from.Expression)))
            .WithBody(body.WithClauses(body.Clauses.Remove(order)));
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var changed = document.WithSyntaxRoot(root.ReplaceNode(query, sorted));
        return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Sort what the query reads with StringComparer.Ordinal", changed.Project.Solution)]
            : [];
    }

    private static string Call(
        OrderingSyntax ordering,
        int index,
        string variable,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var method = (index == 0 ? "OrderBy" : "ThenBy") + (ordering.IsKind(SyntaxKind.DescendingOrdering) ? "Descending" : "");
        var comparer =
            model.GetTypeInfo(ordering.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String
                ? ", StringComparer.Ordinal"
                : "";
        return $".{method}({variable} => {ordering.Expression.WithoutTrivia()}{comparer})";
    }

    private static string Receiver(ExpressionSyntax source) =>
        source
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or BaseObjectCreationExpressionSyntax
            ? source.WithoutTrivia().ToString()
            : $"({source.WithoutTrivia()})";
}
