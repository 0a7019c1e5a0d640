using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Marks rows of which there are copies, as oversampling makes them, and finds splits that deal those out.</summary>
internal static class RepeatedRows
{
    private static readonly HashSet<string> Adders = new(StringComparer.Ordinal) { "Add", "AddRange", "Enqueue", "Push", "Append" };

    /// <summary>Whether a method may repeat rows, or leave copies out.</summary>
    public static bool MayRepeat(IMethodSymbol method) =>
        method.Name is "Repeat" or "SelectMany" or "Distinct" or "DistinctBy" || Adders.Contains(method.Name);

    /// <summary>The rows with copies that a call deals out one by one; null if there are none.</summary>
    public static FlowArgument? AreDealtOut(FlowCall call) =>
        (call.Method.Splits() && call.Method.Name is "Split" or "Folds") || call.Method.Name is "TrainTestSplit" or "CrossValidationSplit"
            ? call.Arguments.FirstOrDefault(static argument => argument.Value.Has(Mark.Repeated))
            : null;

    /// <summary>What a call gives: several of the same rows where it repeats them.</summary>
    public static FlowValue Result(FlowCall call, FlowValue result) =>
        call.Method.Name is "Distinct" or "DistinctBy" ? result.Without(Mark.Repeated)
        : result.Has(Mark.Unsplit) && RowTypes.MayHold(call.Method.ReturnType) && Repeats(call) ? result.With(Mark.Repeated)
        : result;

    /// <summary>Whether a call puts into its object, again and again, what the loop around it does not change.</summary>
    public static bool AreAdded(FlowCall call) =>
        Adders.Contains(call.Method.Name)
        && call.Method.ReturnsVoid
        && call.Arguments is [{ Operation.Syntax: { } added, Value: var rows }]
        && rows.Has(Mark.Unsplit)
        && RowTypes.MayHold(call.Arguments[0].Operation!.Type ?? call.Method.ContainingType)
        && Counting(added) is { } loop
        && !Changes(loop, added);

    private static bool Repeats(FlowCall call) =>
        call.Method.ContainingType is { Name: "Enumerable" or "ParallelEnumerable" }
        && call.Method.Name switch
        {
            "Repeat" => call.Arguments[0].Value.Has(Mark.Unsplit),
            "Select" or "SelectMany" => call.Arguments.Any(static a =>
                a.Operation?.Syntax is LambdaExpressionSyntax lambda && (IsUnused(lambda) || Wraps(lambda))
            ),
            _ => false,
        };

    /// <summary>Whether a lambda gives the same whatever it is given.</summary>
    private static bool IsUnused(LambdaExpressionSyntax lambda)
    {
        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.ValueText,
            _ => null,
        };
        return parameter is not null && (parameter == "_" || !Names(lambda.Body).Contains(parameter));
    }

    /// <summary>Whether a lambda begins anew at the end of a list: <c>rows[i % rows.Count]</c>.</summary>
    private static bool Wraps(LambdaExpressionSyntax lambda) =>
        lambda
            .Body.DescendantNodesAndSelf()
            .Any(static node =>
                (node as BracketedArgumentListSyntax)?.Arguments.Any(static index => IsRemainder(index.Expression)) == true
                || node
                    is InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ElementAt" },
                        ArgumentList.Arguments: [{ Expression: var at }]
                    }
                    && IsRemainder(at)
            );

    private static bool IsRemainder(ExpressionSyntax index) => index.IsKind(SyntaxKind.ModuloExpression);

    /// <summary>The loop around an expression that goes through no rows; null if there is none, or one over rows is further in.</summary>
    private static StatementSyntax? Counting(SyntaxNode added)
    {
        foreach (var node in added.Ancestors())
        {
            switch (node)
            {
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return (StatementSyntax)node;
                case CommonForEachStatementSyntax
                or AnonymousFunctionExpressionSyntax
                or MemberDeclarationSyntax
                or LocalFunctionStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a loop changes what an expression names, or the expression takes another one each time by itself.</summary>
    private static bool Changes(StatementSyntax loop, SyntaxNode added)
    {
        // A drawn row is another one each time, but may come again.
        if (added is ElementAccessExpressionSyntax drawn && drawn.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().Any())
        {
            return false;
        }

        if (added is not IdentifierNameSyntax { Identifier.ValueText: var name })
        {
            return true;
        }

        return loop.DescendantNodes()
                .Any(node =>
                    node is VariableDeclaratorSyntax declared && declared.Identifier.ValueText == name
                    || node is SingleVariableDesignationSyntax designated && designated.Identifier.ValueText == name
                ) || OutsideNumber.IsAssigned(name, loop);
    }

    private static IEnumerable<string> Names(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);
}
