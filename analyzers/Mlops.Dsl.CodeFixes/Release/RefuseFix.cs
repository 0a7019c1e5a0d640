using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Lets a gate that cannot refuse return the comparison that it makes and drops; or refuse, until somebody has said what it compares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RefuseFix() : CodeFix<MethodDeclarationSyntax>("MLP6002")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(MethodDeclarationSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (Result(node) is not { } result || Wrap(node, model, cancellationToken) is not { } wrap)
        {
            return [];
        }

        var refusal = wrap($"GateResult.Refuse(\"{node.Identifier.ValueText} does not compare anything yet\")");
        var offers = new List<Replacement> { new("Refuse until it compares something", result, () => SyntaxFactory.ParseExpression(refusal).WithTriviaFrom(result)) };
        if (node.Body is { } body && Dropped(body, model, cancellationToken) is { Count: > 0 } dropped)
        {
            var comparison = dropped.Count == 1 ? dropped[0].Expression.ToString() : $"GateResult.All({string.Join(", ", dropped.Select(static statement => statement.Expression.ToString()))})";
            offers.Insert(0, new("Return the comparison", body, () => Returning(body, dropped, result, wrap(comparison))));
        }

        return offers;
    }

    /// <summary>What the gate returns, if it does so at one place.</summary>
    private static ExpressionSyntax? Result(MethodDeclarationSyntax gate)
    {
        if (gate.ExpressionBody is { } arrow)
        {
            return arrow.Expression;
        }

        var returns = gate.Body?.DescendantNodes(static part => part is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        return returns is [{ Expression: { } result }] ? result : null;
    }

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
        .. body.Statements.OfType<ExpressionStatementSyntax>().Where(statement =>
            statement.Expression is InvocationExpressionSyntax
            && model.GetTypeInfo(statement.Expression, cancellationToken).Type.IsLanguageType("GateResult")
            && statement.DescendantTrivia().All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)),
    ];

    private static BlockSyntax Returning(BlockSyntax body, List<ExpressionStatementSyntax> dropped, ExpressionSyntax result, string comparison)
    {
        var tracked = body.TrackNodes(dropped.Append<SyntaxNode>(result));
        var returning = tracked.ReplaceNode(tracked.GetCurrentNode(result)!, SyntaxFactory.ParseExpression(comparison).WithTriviaFrom(result));
        return returning.RemoveNodes(dropped.Select(statement => returning.GetCurrentNode(statement)!), SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
