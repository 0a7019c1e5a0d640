using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What operators and conversions give: the language's own, and the user's, which are called.</summary>
/// <param name="context">The body that uses them.</param>
/// <param name="own">Calls of operators that have code.</param>
internal sealed class Operators(FrameContext context, OwnCalls own)
{
    /// <summary>What a conversion makes of a value.</summary>
    public FlowValue Converted(IConversionOperation operation, FlowValue operand) =>
        operation.OperatorMethod is { } method && own.Targets(method) is { Length: > 0 } targets
            ? own.Follow(
                targets,
                new CallSite(
                    method,
                    operation,
                    Object: null,
                    FlowValue.None,
                    [new FlowArgument(method.Parameters[0], operation.Operand, operand)]
                )
            )
        : PersonalRow.Is(operation.Operand.Type) && OpenTypes.Include(operation.Type) ? operand.With(Mark.PersonalRow)
        : KeyedValues.Ungrouped(operation.Operand.Type, operation.Type, operand);

    /// <summary>What an operator makes of two values.</summary>
    public FlowValue Combined(IBinaryOperation operation, FlowValue left, FlowValue right) =>
        operation.OperatorMethod is { Parameters.Length: 2 } method && own.Targets(method) is { Length: > 0 } targets
            ? own.Follow(
                targets,
                new CallSite(
                    method,
                    operation,
                    Object: null,
                    FlowValue.None,
                    [
                        new FlowArgument(method.Parameters[0], operation.LeftOperand, left),
                        new FlowArgument(method.Parameters[1], operation.RightOperand, right),
                    ]
                )
            )
        : operation.Type?.SpecialType == SpecialType.System_Boolean ? left.Join(right).Without(context.Symbols.Untold)
        : operation.Type?.SpecialType == SpecialType.System_String && ((left.Own | right.Own) & Mark.PersonalRow) != Mark.None
            ? left.Join(right).With(Mark.Pii)
        : left.Join(right).Without(Mark.Smaller | Mark.Larger).With(context.Symbols.Combined(left.All, right.All));
}
