using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Ways through the tree of a body's operations.</summary>
internal static class OperationTree
{
    /// <summary>The whole body that holds an operation.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Where a body reads or writes a local; that it is declared is no use.</summary>
    public static IEnumerable<ILocalReferenceOperation> Uses(this IOperation body, ILocalSymbol local) =>
        body.Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(use => !use.IsDeclaration && SymbolEqualityComparer.Default.Equals(use.Local, local));

    /// <summary>The values that a body gives to a local, where it is declared and later.</summary>
    public static IEnumerable<IOperation> Values(this IOperation body, ILocalSymbol local)
    {
        foreach (var step in body.Descendants())
        {
            if (
                step is IVariableDeclaratorOperation declarator
                && declarator.Symbol.Same(local)
                && declarator.GetVariableInitializer() is { Value: var initial }
            )
            {
                yield return initial;
            }
            else if (step is IAssignmentOperation { Target: ILocalReferenceOperation target } assignment && target.Local.Same(local))
            {
                yield return assignment.Value;
            }
        }
    }

    /// <summary>The local that is declared with a value.</summary>
    public static ILocalSymbol? DeclaredLocal(this IOperation value) =>
        value.Parent switch
        {
            IConversionOperation conversion => conversion.DeclaredLocal(),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value =>
                target.Local,
            _ => null,
        };

    /// <summary>A value without the conversions around it.</summary>
    public static IOperation Unconverted(this IOperation value) =>
        value switch
        {
            IConversionOperation conversion => conversion.Operand.Unconverted(),
            IParenthesizedOperation parenthesized => parenthesized.Operand.Unconverted(),
            _ => value,
        };

    /// <summary>Whether an operation runs in the rounds of a loop of its own function.</summary>
    public static bool IsInLoop(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent is ILoopOperation;
    }

    /// <summary>Whether two symbols are one.</summary>
    public static bool Same(this ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
