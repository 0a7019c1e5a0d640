using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Leaves what is computed from the label, or from a protected column, out of a list of features.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LeaveColumnOutFix() : CodeFix<ExpressionSyntax>("MLP2005", "MLP5013")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
        [
            .. Lists(node)
                .Select(list => Without(list, model, diagnostic.Id == "MLP2005" ? "Label" : "Protected", cancellationToken))
                .OfType<Replacement>()
                .Take(1),
        ];
    }

    /// <summary>The lists in an expression, outermost first.</summary>
    private static IEnumerable<SyntaxNode> Lists(ExpressionSyntax node) =>
        node.DescendantNodesAndSelf()
            .Where(static part =>
                part is CollectionExpressionSyntax or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression }
            );

    private static Replacement? Without(SyntaxNode list, SemanticModel model, string column, CancellationToken cancellationToken)
    {
        IReadOnlyList<SyntaxNode> elements = list is CollectionExpressionSyntax collection
            ? collection.Elements
            : ((InitializerExpressionSyntax)list).Expressions;
        var telling = elements.Where(element => Tells(element, model, column, cancellationToken)).ToList();

        // A list of nothing else is no list of features with one too many.
        return telling.Count > 0 && telling.Count < elements.Count
            ? new(
                column == "Label" ? "Leave the label out" : "Leave the protected column out",
                list,
                () => Spaced(list.RemoveNodes(telling, SyntaxRemoveOptions.KeepNoTrivia)!, list).WithTriviaFrom(list)
            )
            : null;
    }

    /// <summary>The list with the space before its end that it had.</summary>
    private static SyntaxNode Spaced(SyntaxNode shorter, SyntaxNode list)
    {
        var last = shorter.GetLastToken().GetPreviousToken();
        return shorter.ReplaceToken(last, last.WithTrailingTrivia(list.GetLastToken().GetPreviousToken().TrailingTrivia));
    }

    private static bool Tells(SyntaxNode element, SemanticModel model, string column, CancellationToken cancellationToken) =>
        element
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                model.GetSymbolInfo(name, cancellationToken).Symbol is IPropertySymbol property && ColumnParser.Has(property, column)
            );
}
