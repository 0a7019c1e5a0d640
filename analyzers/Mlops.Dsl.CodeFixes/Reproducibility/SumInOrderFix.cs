using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Computes the summands of a parallel query in parallel, and adds them in order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SumInOrderFix() : CodeFix<InvocationExpressionSyntax>("MLP4007")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        InvocationExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            node
                is not {
                    Expression: MemberAccessExpressionSyntax { Expression: var query, Name.Identifier.ValueText: var name },
                    ArgumentList.Arguments: { Count: <= 1 } arguments
                }
            || !diagnostic.Location.SourceSpan.Equals(node.Span)
            || Ordered(query) is not { } ordered
        )
        {
            return [];
        }

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var summands = arguments.Count == 0 ? "" : $".Select({arguments[0].Expression})";
        var sum = SyntaxFactory.ParseExpression($"{ordered}{summands}.ToArray().{name}()").WithTriviaFrom(node);
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var changed = document.WithSyntaxRoot(root.ReplaceNode(node, sum));
        return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Add in order", changed.Project.Solution)]
            : [];
    }

    /// <summary>
    /// The query with its elements in order; null where it became parallel elsewhere, because only there can it be told to keep them.
    /// </summary>
    private static ExpressionSyntax? Ordered(ExpressionSyntax query)
    {
        var calls = query
            .DescendantNodesAndSelf(static part => part is InvocationExpressionSyntax or MemberAccessExpressionSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is MemberAccessExpressionSyntax)
            .ToLookup(static call => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText);
        return calls["AsOrdered"].Any() ? query
            : calls["AsParallel"].FirstOrDefault() is { } parallel
                ? query.ReplaceNode(
                    parallel,
                    SyntaxFactory
                        .ParseExpression(parallel.WithoutTrailingTrivia() + ".AsOrdered()")
                        .WithTrailingTrivia(parallel.GetTrailingTrivia())
                )
            : null;
    }
}
