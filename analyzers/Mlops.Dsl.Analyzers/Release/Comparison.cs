using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>A comparison of a value with a constant, and what two of them say together.</summary>
internal readonly record struct Comparison(BinaryOperatorKind Kind, IOperation Value, IOperation Bound)
{
    /// <summary>Whether one of two conditions holds whatever the data is: <c>x &gt;= 1 || x &lt; 2</c>, <c>good || !good</c>.</summary>
    public static bool Complete(IOperation left, IOperation right) =>
        IsOpposite(left, right) || IsOpposite(right, left) || (Of(left) is { } first && Of(right) is { } second && Cover(first, second));

    /// <summary>Whether two conditions never hold both.</summary>
    public static bool Contradict(IOperation left, IOperation right) =>
        IsOpposite(left, right)
        || IsOpposite(right, left)
        || (Of(left)?.Negated() is { } first && Of(right)?.Negated() is { } second && Cover(first, second));

    /// <summary>Whether each number meets one of two comparisons.</summary>
    public static bool Cover(Comparison left, Comparison right) =>
        Bounds.IsSame(left.Value, right.Value)
        && Ranges.Constant(left.Bound) is { } first
        && Ranges.Constant(right.Bound) is { } second
        && (left.Kind, right.Kind) switch
        {
            (BinaryOperatorKind.GreaterThan, BinaryOperatorKind.LessThan) => first < second,
            (BinaryOperatorKind.LessThan, BinaryOperatorKind.GreaterThan) => first > second,
            (
                BinaryOperatorKind.GreaterThan
                    or BinaryOperatorKind.GreaterThanOrEqual,
                BinaryOperatorKind.LessThan
                    or BinaryOperatorKind.LessThanOrEqual
            ) => first <= second,
            (
                BinaryOperatorKind.LessThan
                    or BinaryOperatorKind.LessThanOrEqual,
                BinaryOperatorKind.GreaterThan
                    or BinaryOperatorKind.GreaterThanOrEqual
            ) => first >= second,
            _ => false,
        };

    private static bool IsOpposite(IOperation condition, IOperation negated) =>
        negated is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not && Bounds.IsSame(condition, not.Operand);

    private static Comparison? Of(IOperation condition) =>
        condition is not IBinaryOperation { OperatorMethod: null } binary ? null
        : Ranges.Constant(binary.RightOperand) is not null ? new(binary.OperatorKind, binary.LeftOperand, binary.RightOperand)
        : Ranges.Constant(binary.LeftOperand) is not null ? new(Mirrored(binary.OperatorKind), binary.RightOperand, binary.LeftOperand)
        : null;

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            _ => BinaryOperatorKind.None,
        };

    private Comparison Negated() =>
        this with
        {
            Kind = Kind switch
            {
                BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
                BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
                BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
                BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
                _ => BinaryOperatorKind.None,
            },
        };
}
