using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

internal sealed partial class MutantRewriter
{
    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        if (
            node.Pattern is DiscardPatternSyntax
            || mutants.Add(MutantKind.Case, node, $"without {node.Pattern} {node.WhenClause}") is not { } mutant
        )
        {
            return visited;
        }

        var isNot = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, MutantList.Is(mutant));
        ExpressionSyntax condition = visited.WhenClause is { } when
            ? SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, Parenthesized(when.Condition), isNot)
            : isNot;
        return visited.WithWhenClause(SyntaxFactory.WhenClause(Spaced(condition)).WithAdditionalAnnotations(MutantList.Mark(mutant)));
    }

    private ExpressionSyntax MutateCondition(ExpressionSyntax original, ExpressionSyntax visited)
    {
        if (!IsCondition(original))
        {
            return visited;
        }

        var code = original.ToString();
        if (!Declares(original))
        {
            return mutants.Add(MutantKind.Negated, original, $"!({code})") is { } negated
                ? Combine(negated, SyntaxKind.ExclusiveOrExpression, visited, isNegated: false)
                : visited;
        }

        // A variable that the condition declares is assigned where it holds, or where it does not: only one of these compiles.
        var result = visited;
        if (mutants.Add(MutantKind.Forced, original, "false") is { } never)
        {
            result = Combine(never, SyntaxKind.LogicalAndExpression, result, isNegated: true);
        }

        return mutants.Add(MutantKind.Forced, original, "true") is { } always
            ? Combine(always, SyntaxKind.LogicalOrExpression, result, isNegated: false)
            : result;
    }

    private static ParenthesizedExpressionSyntax Combine(int mutant, SyntaxKind operation, ExpressionSyntax condition, bool isNegated)
    {
        var isActive = MutantList.Is(mutant);
        var right = isNegated ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, isActive) : isActive;
        return Parenthesized(SyntaxFactory.BinaryExpression(operation, Parenthesized(condition), right))
            .WithAdditionalAnnotations(MutantList.Mark(mutant));
    }

    private static bool Declares(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().Any(static node => node is SingleVariableDesignationSyntax);

    /// <summary>
    /// Whether a bool decides something; what <c>and</c>, <c>or</c> and <c>not</c> are made of is negated, and they are not.
    /// </summary>
    private bool IsCondition(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type is { SpecialType: SpecialType.System_Boolean }
        && expression
            is not (
                LiteralExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ConditionalExpressionSyntax
                or SwitchExpressionSyntax
                or AssignmentExpressionSyntax
            )
        && expression.Kind() is not (SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.LogicalNotExpression)
        && expression.Parent is not (NameColonSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax);

    private IEnumerable<(MutantKind Kind, string After)> BoundsOf(ExpressionSyntax original)
    {
        if (original is BinaryExpressionSyntax binary && !Declares(binary))
        {
            var moved = binary.Kind() switch
            {
                SyntaxKind.LessThanExpression => "<=",
                SyntaxKind.LessThanOrEqualExpression => "<",
                SyntaxKind.GreaterThanExpression => ">=",
                SyntaxKind.GreaterThanOrEqualExpression => ">",
                _ => null,
            };
            if (moved is not null)
            {
                yield return (MutantKind.Bound, $"{binary.Left} {moved} {binary.Right}");
            }
        }

        if (original is IsPatternExpressionSyntax { Pattern: RelationalPatternSyntax relational } test)
        {
            var text = relational.OperatorToken.Text;
            yield return (MutantKind.Bound, $"{test.Expression} is {(text.Length == 2 ? text[..1] : text + "=")} {relational.Expression}");
        }
    }

    private IEnumerable<(MutantKind Kind, string After)> ArithmeticOf(ExpressionSyntax original)
    {
        if (original is not BinaryExpressionSyntax binary || model.GetTypeInfo(binary).Type is not { } type || !IsNumber(type))
        {
            yield break;
        }

        var other = binary.Kind() switch
        {
            SyntaxKind.AddExpression => "-",
            SyntaxKind.SubtractExpression => "+",
            SyntaxKind.MultiplyExpression => "/",
            SyntaxKind.DivideExpression => "*",
            SyntaxKind.ModuloExpression => "*",
            SyntaxKind.BitwiseAndExpression => "|",
            SyntaxKind.BitwiseOrExpression => "&",
            SyntaxKind.LeftShiftExpression => ">>",
            SyntaxKind.RightShiftExpression => "<<",
            _ => null,
        };
        if (other is not null)
        {
            yield return (MutantKind.Arithmetic, $"{binary.Left} {other} {binary.Right}");
        }
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
