using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>
/// Lets a gate that cannot refuse return the comparison that it makes and drops; or refuse, until somebody has said what it compares.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RefuseFix() : CodeFix<MethodDeclarationSyntax>("MLP6002")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (Results(node) is not { Count: > 0 } results || Wrap(node, model, cancellationToken) is not { } wrap)
        {
            return [];
        }

        var refusal = wrap($"GateResult.Refuse(\"{node.Identifier.ValueText} does not compare anything yet\")");
        var offers = new List<Replacement> { Refusing(node, results, refusal) };
        if (node.Body is { } body && Last(body) is { } last && Dropped(body, model, cancellationToken) is { Count: > 0 } dropped)
        {
            var comparison =
                dropped.Count == 1
                    ? dropped[0].Expression.ToString()
                    : $"GateResult.All({string.Join(", ", dropped.Select(static statement => statement.Expression.ToString()))})";
            offers.Insert(0, new("Return the comparison", body, () => Returning(body, dropped, last, wrap(comparison))));
        }

        return offers;
    }

    /// <summary>Refuses at each place at which the gate passes: which of them should, only a person knows.</summary>
    private static Replacement Refusing(MethodDeclarationSyntax gate, List<ExpressionSyntax> results, string refusal)
    {
        const string Title = "Refuse until it compares something";
        return results is [var only]
            ? new(Title, only, () => Refusal(only))
            : new(Title, gate.Body!, () => gate.Body!.ReplaceNodes(results, (result, _) => Refusal(result)));

        ExpressionSyntax Refusal(ExpressionSyntax result) => SyntaxFactory.ParseExpression(refusal).WithTriviaFrom(result);
    }

    /// <summary>What the gate returns.</summary>
    private static List<ExpressionSyntax> Results(MethodDeclarationSyntax gate) =>
        gate.ExpressionBody is { } arrow
            ? [arrow.Expression]
            :
            [
                .. (
                    gate.Body?.DescendantNodes(static part =>
                        part is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                    ) ?? []
                )
                    .OfType<ReturnStatementSyntax>()
                    .Select(static result => result.Expression)
                    .OfType<ExpressionSyntax>(),
            ];

    /// <summary>What the gate returns at its end.</summary>
    private static ExpressionSyntax? Last(BlockSyntax body) => (body.Statements.LastOrDefault() as ReturnStatementSyntax)?.Expression;

    /// <summary>Makes a result what the gate returns: a task of it, where the gate is not async.</summary>
    private static Func<string, string>? Wrap(MethodDeclarationSyntax gate, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(gate, cancellationToken) switch
        {
            { ReturnType: var type } method when method.IsAsync || type.IsLanguageType("GateResult") => static result => result,
            { ReturnType.Name: "Task" } => static result => $"Task.FromResult({result})",
            { ReturnType.Name: "ValueTask" } => static result => $"ValueTask.FromResult({result})",
            _ => null,
        };

    /// <summary>The comparisons that the body makes for nothing. One with a comment stays where it is, for a person to move both.</summary>
    private static List<ExpressionStatementSyntax> Dropped(BlockSyntax body, SemanticModel model, CancellationToken cancellationToken) =>
        [
            .. body
                .Statements.OfType<ExpressionStatementSyntax>()
                .Where(statement =>
                    statement.Expression is InvocationExpressionSyntax
                    && model.GetTypeInfo(statement.Expression, cancellationToken).Type.IsLanguageType("GateResult")
                    && statement
                        .DescendantTrivia()
                        .All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
                ),
        ];

    private static BlockSyntax Returning(
        BlockSyntax body,
        List<ExpressionStatementSyntax> dropped,
        ExpressionSyntax result,
        string comparison
    )
    {
        var tracked = body.TrackNodes(dropped.Append<SyntaxNode>(result));
        var returning = tracked.ReplaceNode(
            tracked.GetCurrentNode(result)!,
            SyntaxFactory.ParseExpression(comparison).WithTriviaFrom(result)
        );
        if (body.Statements.IndexOf(dropped[0]) == body.Statements.Count - 1 - dropped.Count)
        {
            // The blank line before what is removed is now that before the result.
            var last = returning.Statements.Last();
            var laidOut = last.WithLeadingTrivia(
                dropped[0]
                    .GetLeadingTrivia()
                    .TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                    .Concat(last.GetLeadingTrivia())
            );
            returning = returning.ReplaceNode(last, laidOut);
        }

        return returning.RemoveNodes(dropped.Select(statement => returning.GetCurrentNode(statement)!), SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
