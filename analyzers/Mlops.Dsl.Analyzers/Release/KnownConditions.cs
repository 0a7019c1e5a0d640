using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells what the conditions around an expression have decided already: <c>if (accuracy &gt;= 0.9) return GateResult.AtLeast(accuracy,
/// 0.9)</c>.
/// </summary>
internal static class KnownConditions
{
    /// <summary>Whether an expression is reached only where a value is at least a minimum.</summary>
    public static bool MeetsMinimum(IOperation place, IOperation? value, IOperation? minimum)
    {
        if (value is null || minimum is null)
        {
            return false;
        }

        for (var (inner, outer) = (place, place.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            var tells = outer switch
            {
                IConditionalOperation choice when choice.WhenTrue == inner => Tells(choice.Condition, isTrue: true, value, minimum),
                IConditionalOperation choice when choice.WhenFalse == inner => Tells(choice.Condition, isTrue: false, value, minimum),
                ISwitchExpressionArmOperation { Guard: { } guard } arm when arm.Value == inner => Tells(
                    guard,
                    isTrue: true,
                    value,
                    minimum
                ),
                _ => false,
            };
            if (tells)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition that holds, or fails, says that a value is at least a minimum.</summary>
    private static bool Tells(IOperation condition, bool isTrue, IOperation value, IOperation minimum) =>
        condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Tells(not.Operand, !isTrue, value, minimum),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => isTrue
                && (Tells(both.LeftOperand, true, value, minimum) || Tells(both.RightOperand, true, value, minimum)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => !isTrue
                && (Tells(either.LeftOperand, false, value, minimum) || Tells(either.RightOperand, false, value, minimum)),
            IBinaryOperation comparison => Compares(
                comparison.OperatorKind,
                isTrue,
                comparison.LeftOperand,
                comparison.RightOperand,
                value,
                minimum
            ) || Compares(Mirrored(comparison.OperatorKind), isTrue, comparison.RightOperand, comparison.LeftOperand, value, minimum),
            _ => false,
        };

    private static bool Compares(
        BinaryOperatorKind kind,
        bool isTrue,
        IOperation left,
        IOperation right,
        IOperation value,
        IOperation minimum
    ) =>
        (isTrue ? kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan : kind is BinaryOperatorKind.LessThan)
        && Bounds.IsSame(left, value)
        && Bounds.IsSame(right, minimum);

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            _ => BinaryOperatorKind.None,
        };
}
