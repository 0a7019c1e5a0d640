using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Folds of parallel queries: <c>query.Aggregate(0.0, (sum, x) => sum + x, (left, right) => left + right, sum => sum)</c>. Which elements
/// are folded together before parts are combined is chance, whatever order the query keeps.
/// </summary>
internal static class ParallelFolds
{
    private const int DeepestType = 2;

    /// <summary>Whether a method folds a parallel query.</summary>
    public static bool May(IMethodSymbol method) => method is { Name: "Aggregate", ContainingType.Name: "ParallelEnumerable" };

    /// <summary>Whether a call computes with floating-point numbers in an order, or in parts, of the moment.</summary>
    public static bool Rounds(IInvocationOperation call) =>
        May(call.TargetMethod)
        && HoldsFloating(Folded(call.TargetMethod), depth: 0)
        && (Combines(call) || UnstableCollections.Find(call.Arguments.FirstOrDefault()?.Value) is not null)
        && Functions(call).Any(Computes);

    /// <summary>Whether the order of elements cannot matter to a fold: the largest or smallest, or a sum of whole numbers.</summary>
    public static bool IsUnordered(IInvocationOperation call) =>
        May(call.TargetMethod)
        && Functions(call).ToList() is { Count: > 0 } functions
        && functions.TrueForAll(function => IsExtreme(function) || (Commutation.IsWhole(Folded(call.TargetMethod)) && IsSum(function)));

    /// <summary>What a fold carries from one element to the next.</summary>
    private static ITypeSymbol Folded(IMethodSymbol method) => method.TypeArguments[method.TypeArguments.Length > 1 ? 1 : 0];

    private static bool Combines(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Parameter?.Name == "combineAccumulatorsFunc");

    /// <summary>The functions that fold, but for the one that makes the result of it in the end.</summary>
    private static IEnumerable<IOperation> Functions(IInvocationOperation call) =>
        call
            .Arguments.Where(static argument =>
                argument.Parameter is { Type.TypeKind: TypeKind.Delegate, Name: not ("resultSelector" or "seedFactory") }
            )
            .Select(static argument => argument.Value.Unconverted())
            .Select(static function => function is IDelegateCreationOperation creation ? creation.Target : function);

    private static bool Computes(IOperation function) =>
        function is IMethodReferenceOperation { Method: var method }
            ? method.ContainingType.Name is not ("Math" or "MathF")
            : function
                .DescendantsAndSelf()
                .Any(static step =>
                    step switch
                    {
                        IBinaryOperation sum => sum.OperatorKind
                            is BinaryOperatorKind.Add
                                or BinaryOperatorKind.Subtract
                                or BinaryOperatorKind.Multiply
                                or BinaryOperatorKind.Divide,
                        ICompoundAssignmentOperation or IIncrementOrDecrementOperation => true,
                        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } => true,
                        _ => false,
                    }
                );

    private static bool IsExtreme(IOperation function) =>
        Called(function) is { Name: "Max" or "Min", ContainingType: { Name: "Math" or "MathF" or "Double" or "Single" } };

    private static IMethodSymbol? Called(IOperation function) =>
        function switch
        {
            IMethodReferenceOperation reference => reference.Method,
            IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: IInvocationOperation call }] } =>
                call.TargetMethod,
            _ => null,
        };

    private static bool IsSum(IOperation function) =>
        function
            is IAnonymousFunctionOperation
            {
                Symbol.Parameters: [var carried, ..],
                Body.Operations: [IReturnOperation { ReturnedValue: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum }]
            }
        && Carries(sum.LeftOperand, carried) != Carries(sum.RightOperand, carried);

    private static bool Carries(IOperation operand, IParameterSymbol carried) =>
        operand.Unconverted() is IParameterReferenceOperation { Parameter: var parameter } && parameter.Same(carried);

    private static bool HoldsFloating(ITypeSymbol type, int depth) =>
        type switch
        {
            { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => true,
            IArrayTypeSymbol array => HoldsFloating(array.ElementType, depth),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HoldsFloating(element.Type, depth)),
            INamedTypeSymbol { SpecialType: SpecialType.None } named when depth < DeepestType => named.TypeArguments.Any(argument =>
                HoldsFloating(argument, depth + 1)
            )
                || (
                    named.Locations.Any(static location => location.IsInSource)
                    && named
                        .GetMembers()
                        .Any(member =>
                            member is IFieldSymbol { IsStatic: false, IsConst: false, Type: var held } && HoldsFloating(held, depth + 1)
                        )
                ),
            _ => false,
        };
}
