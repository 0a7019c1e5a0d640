using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Calls that are there for nothing but their result, whatever type it has: queries that compute, and measurements by libraries.
/// </summary>
internal static class Computations
{
    private static readonly ImmutableHashSet<string> Queries = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ToDictionary",
        "ToList",
        "ToArray",
        "ToLookup",
        "ToHashSet",
        "Average",
        "Sum",
        "Min",
        "Max",
        "Aggregate",
        "MinBy",
        "MaxBy"
    );

    private static readonly string[] Datasets = ["TestSet", "ValidationSet", "TrainSet", "Validated"];

    /// <summary>Methods by which libraries measure a model: the namespace they begin with, and how they are called.</summary>
    private static readonly ImmutableArray<(string Space, string Name)> Measurements =
    [
        ("Microsoft.ML", "Evaluate"),
        ("Microsoft.ML", "EvaluateNonCalibrated"),
        ("Microsoft.ML", "CrossValidate"),
        ("Microsoft.ML", "CrossValidateNonCalibrated"),
        ("Microsoft.ML", "PermutationFeatureImportance"),
    ];

    /// <summary>The value that a local begins with, if all that computing it can be for is the value; null otherwise.</summary>
    public static IOperation? Result(IVariableDeclaratorOperation declarator) =>
        declarator.GetVariableInitializer()?.Value is { } value && (IsResult(value) || IsNumber(value)) ? value : null;

    /// <summary>Whether a call is one.</summary>
    public static bool IsResult(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => IsResult(conversion.Operand),
            IInvocationOperation { TargetMethod: { ContainingType: { Name: "Enumerable" } type } method } call =>
                type.ContainingNamespace.ToDisplayString() == "System.Linq"
                    && !IsCount(call.Type)
                    && !IsOfTasks(call.Type)
                    && Queries.Contains(method.Name)
                    && !call.Descendants().Any(Does),
            _ => IsMeasurement(value),
        };

    /// <summary>
    /// Whether a call measures a model by a library: minutes of computing, for which nobody could have another use than what it finds.
    /// </summary>
    public static bool IsMeasurement(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => IsMeasurement(conversion.Operand),
            IInvocationOperation { TargetMethod: var method } => Measurements.Any(measurement =>
                measurement.Name == method.Name && method.ContainingNamespace.ToDisplayString() == measurement.Space
            ),
            _ => false,
        };

    /// <summary>Whether a type is one of numbers with digits, as metrics are.</summary>
    public static bool IsMeasure(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

    /// <summary>Whether a call is given a whole dataset.</summary>
    public static bool TakesRows(IInvocationOperation call) =>
        call.Arguments.Any(static argument =>
            (argument.Value is IConversionOperation conversion ? conversion.Operand.Type : argument.Value.Type) is { Name: var name } rows
            && Array.IndexOf(Datasets, name) >= 0
            && rows.IsDataset(name)
        );

    /// <summary>Tasks for which nobody waits are told as such.</summary>
    private static bool IsOfTasks(ITypeSymbol? type) =>
        (type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
            is { Name: "Task" or "ValueTask" };

    /// <summary>A whole number, for which a query may be run to read all that it goes over.</summary>
    private static bool IsCount(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whether a value may be such a number, as its kind tells alone.</summary>
    public static bool MayBeNumber(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => MayBeNumber(conversion.Operand),
            IParenthesizedOperation parenthesized => MayBeNumber(parenthesized.Operand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } => true,
            _ => false,
        };

    /// <summary>Whether a value is a quotient, or made of one by mathematics alone: a share, an error, a mean.</summary>
    private static bool IsNumber(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => IsNumber(conversion.Operand),
            IParenthesizedOperation parenthesized => IsNumber(parenthesized.Operand),
            IBinaryOperation
            {
                OperatorMethod: null,
                OperatorKind: BinaryOperatorKind.Divide,
                Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single
            } => !value.Descendants().Any(Does),
            IInvocationOperation { TargetMethod.ContainingType: { Name: "Math" or "MathF", ContainingNamespace.Name: "System" } } call =>
                call.Arguments.Any(static argument => IsNumber(argument.Value)),
            _ => false,
        };

    /// <summary>
    /// Whether an expression may do something: a function that is given to a query, or a method of the compilation's own, is not looked
    /// into.
    /// </summary>
    private static bool Does(IOperation step) =>
        step switch
        {
            IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation }
            or IIncrementOrDecrementOperation
            or IAwaitOperation
            or IThrowOperation
            or IMethodReferenceOperation => true,
            IExpressionStatementOperation => true,
            IInvocationOperation
            {
                TargetMethod.Name: "Add" or "TryAdd" or "Remove" or "Enqueue" or "Push" or "Append" or "AddOrUpdate" or "GetOrAdd"
            } => true,
            IInvocationOperation call => SideEffects.May(call),
            _ => false,
        };
}
