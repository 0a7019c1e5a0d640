using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>The expressions that texts are made of.</summary>
internal static class Texts
{
    /// <summary>The expressions that a text or an array of arguments is made of.</summary>
    public static IEnumerable<IOperation> Parts(IOperation operation) =>
        operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Parts(conversion.Operand),
            IInterpolatedStringOperation text => text
                .Parts.OfType<IInterpolationOperation>()
                .SelectMany(static part => Parts(part.Expression)),
            IInterpolatedStringHandlerCreationOperation handler => Parts(handler.Content),
            IInterpolatedStringAdditionOperation sum => Parts(sum.Left).Concat(Parts(sum.Right)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Parts(
                    sum.LeftOperand
                )
                .Concat(Parts(sum.RightOperand)),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(Parts),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(Parts),
            IArgumentOperation argument => Parts(argument.Value),
            _ => [operation],
        };

    /// <summary>An expression without the conversions around it.</summary>
    public static IOperation? Unconverted(IOperation? operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : operation;
}
