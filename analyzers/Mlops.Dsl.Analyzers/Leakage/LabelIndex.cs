using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises which labels there are, and how many rows each has. That is a matter of the task, not of its rows, so that all of them may
/// tell it.
/// </summary>
internal static class LabelIndex
{
    /// <summary>Whether an expression is an index of labels: a collection of them, or numbers by label.</summary>
    public static bool Is(IOperation? operation, FlowValue value) =>
        operation switch
        {
            IConversionOperation conversion => Is(conversion.Operand, value),
            { Type: { } type } => Is(type, value),
            _ => false,
        };

    /// <summary>Whether what has a type is an index of labels. What is measured has fractions, and is none.</summary>
    public static bool Is(ITypeSymbol type, FlowValue value) =>
        value.Has(Mark.Label)
        && type switch
        {
            IArrayTypeSymbol array => IsClass(array.ElementType),
            INamedTypeSymbol { TypeArguments: [var key, var number] } named => named.Name.Contains("Dictionary")
                && IsClass(key)
                && IsWhole(number),
            INamedTypeSymbol { TypeArguments: [var element] } named => IsClass(element)
                && named.AllInterfaces.Append(named).Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable),
            _ => false,
        };

    private static bool IsClass(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char
        || type.TypeKind == TypeKind.Enum
        || IsWhole(type);

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
