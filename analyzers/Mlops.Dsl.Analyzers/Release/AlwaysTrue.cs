using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Tells which conditions hold, or fail, whatever the data is. What it does not understand does neither.</summary>
internal sealed class AlwaysTrue(LocalWrites writes)
{
    private readonly HashSet<ILocalSymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the condition is always true.</summary>
    public bool Holds(IOperation condition) => Is(condition, expected: true);

    /// <summary>Whether the condition is always false.</summary>
    public bool Fails(IOperation condition) => Is(condition, expected: false);

    private bool Is(IOperation condition, bool expected)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant == expected;
        }

        switch (condition)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Is(conversion.Operand, expected);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Is(not.Operand, !expected);
            case ILocalReferenceOperation local when _asked.Add(local.Local):
                var always = writes.AllOf(local.Local, value => Is(value, expected));
                _asked.Remove(local.Local);
                return always;
            case IBinaryOperation binary:
                return IsBinary(binary, expected);
            default:
                return false;
        }
    }

    private bool IsBinary(IBinaryOperation binary, bool expected)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or:
                return expected ? Is(left, true) || Is(right, true) : Is(left, false) && Is(right, false);
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                return expected ? Is(left, true) && Is(right, true) : Is(left, false) || Is(right, false);
        }

        return expected
            ? binary.OperatorKind switch
            {
                BinaryOperatorKind.GreaterThanOrEqual => Bounds.MeetsMinimum(left, right) || Bounds.MeetsMaximum(right, left),
                BinaryOperatorKind.LessThanOrEqual => Bounds.MeetsMaximum(left, right) || Bounds.MeetsMinimum(right, left),
                BinaryOperatorKind.GreaterThan => Bounds.IsBelowAll(right, left),
                BinaryOperatorKind.LessThan => Bounds.IsBelowAll(left, right),
                BinaryOperatorKind.Equals => Bounds.IsSame(left, right),
                _ => false,
            }
            : binary.OperatorKind switch
            {
                BinaryOperatorKind.GreaterThan => Bounds.MeetsMaximum(left, right) || Bounds.MeetsMinimum(right, left),
                BinaryOperatorKind.LessThan => Bounds.MeetsMinimum(left, right) || Bounds.MeetsMaximum(right, left),
                BinaryOperatorKind.LessThanOrEqual => Bounds.IsBelowAll(right, left),
                BinaryOperatorKind.GreaterThanOrEqual => Bounds.IsBelowAll(left, right),
                BinaryOperatorKind.NotEquals => Bounds.IsSame(left, right),
                _ => false,
            };
    }
}
