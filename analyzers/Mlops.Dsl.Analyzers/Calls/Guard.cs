using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Recognises code that runs only as long as a static place is empty: it makes what the place then keeps.</summary>
internal static class Guard
{
    /// <summary>The static field or property that has to be empty for an operation to run; null if there is none.</summary>
    public static ISymbol? Of(IOperation operation)
    {
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            var place = outer switch
            {
                IConditionalOperation choice when choice.WhenTrue == inner => Empty(choice.Condition),
                ICoalesceAssignmentOperation assignment when assignment.Value == inner => Static(assignment.Target),
                ICoalesceOperation coalesce when coalesce.WhenNull == inner => Static(coalesce.Value),
                _ => null,
            };
            if (place is not null)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The static place that a condition finds empty.</summary>
    private static ISymbol? Empty(IOperation condition) =>
        condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => IsNull(comparison.RightOperand)
                ? Static(comparison.LeftOperand)
            : IsNull(comparison.LeftOperand) ? Static(comparison.RightOperand)
            : null,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Empty(both.LeftOperand)
                ?? Empty(both.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } test when IsNull(constant) => Static(
                test.Value
            ),
            _ => null,
        };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    private static ISymbol? Static(IOperation place) =>
        place switch
        {
            IConversionOperation conversion => Static(conversion.Operand),
            IMemberReferenceOperation { Member: { IsStatic: true } and (IFieldSymbol or IPropertySymbol) } reference => reference.Member,
            _ => null,
        };
}
