using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Awaits a task that was left running, where the code around is async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AwaitTaskFix() : CodeFix<InvocationExpressionSyntax>("MLP4013")
{
    private protected override IEnumerable<Replacement> Offers(InvocationExpressionSyntax node, Diagnostic diagnostic)
    {
        if (
            IsAsync(node)
            && node.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement
            && Awaited(statement) is { } awaited
        )
        {
            yield return new(
                "Await the task",
                statement,
                () =>
                    statement.WithExpression(
                        SyntaxFactory.AwaitExpression(awaited).NormalizeWhitespace().WithTriviaFrom(statement.Expression)
                    )
            );
        }
    }

    /// <summary>
    /// What a statement starts and drops, as an operand of await; null behind a <c>?.</c>, where there may be nothing to wait for.
    /// </summary>
    private static ExpressionSyntax? Awaited(ExpressionStatementSyntax statement)
    {
        var dropped = statement.Expression is AssignmentExpressionSyntax assignment ? assignment.Right : statement.Expression;
        return dropped switch
        {
            ConditionalAccessExpressionSyntax => null,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" } } =>
                SyntaxFactory.ParseExpression($"Task.WhenAll({dropped.WithoutTrivia()})"),
            ConditionalExpressionSyntax or BinaryExpressionSyntax => SyntaxFactory.ParenthesizedExpression(dropped.WithoutTrivia()),
            _ => dropped.WithoutTrivia(),
        };
    }

    private static bool IsAsync(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(static a =>
                a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax
            ) switch
        {
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };
}
