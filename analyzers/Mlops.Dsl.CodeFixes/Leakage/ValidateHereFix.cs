using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Validates rows where they are used: for rows that a stage or helper reads itself, and for those that pass for validated.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ValidateHereFix() : CodeFix<ExpressionSyntax>("MLP2001", "MLP2002")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var validated =
            diagnostic.Id == "MLP2002" ? Earned(node, model, cancellationToken) : ValidatedRows.Of(node, model, cancellationToken);
        return validated is not null && ValidatedRows.Fitting(node, validated, model) is { } fitting
            ? [new("Validate the rows here", node, () => fitting.WithTriviaFrom(node))]
            : [];
    }

    /// <summary>What <c>UnitTestDatasets.Validated</c> only pretends. Which of the rows train and which test, no fix can know.</summary>
    private static ExpressionSyntax? Earned(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
        && model.GetSymbolInfo(node, cancellationToken).Symbol is IMethodSymbol { Name: "Validated", TypeArguments: [var type] }
        && RowTypes.Row(type) is { } row
            ? ValidatedRows.Call(
                $"new Raw<{row.ToMinimalDisplayString(model, node.SpanStart)}>({Rows(arguments, model, cancellationToken)})"
            )
            : null;

    private static string Rows(SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel model, CancellationToken cancellationToken) =>
        arguments.Count == 1
        && (
            arguments[0].Expression is CollectionExpressionSyntax
            || RowTypes.Row(model.GetTypeInfo(arguments[0].Expression, cancellationToken).Type!) is null
        )
            ? arguments[0].Expression.ToString()
            : $"[{string.Join(", ", arguments.Select(static argument => argument.Expression.ToString()))}]";
}
