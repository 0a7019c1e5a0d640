using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Finds the text format of a parameter's type.</summary>
internal static class ParameterFormatFinder
{
    private const string Formats = "global::Mlops.Dsl.Execution.ParameterFormats";

    /// <summary>The C# expression that makes the format; null for a type that a parameter can't have.</summary>
    public static string? Find(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => Wrap("Array", array.ElementType),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Wrap(
                "Nullable",
                nullable.TypeArguments[0]
            ),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list => Wrap(
                "List",
                list.TypeArguments[0]
            ),
            INamedTypeSymbol { Arity: 1, Name: "ImmutableArray" } list when IsIn(list, "System.Collections.Immutable") => Wrap(
                "ImmutableArray",
                list.TypeArguments[0]
            ),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } => $"{Formats}.Enum<{TypeText.Code(type)}>()",
            INamedTypeSymbol named when NameOf(named) is { } name => $"{Formats}.{name}",
            INamedTypeSymbol named when IsParsable(named) =>
                $"{Formats}.Parsable<{TypeText.Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))}>()",
            _ => null,
        };

    private static string? Wrap(string format, ITypeSymbol item) => Find(item) is { } inner ? $"{Formats}.{format}({inner})" : null;

    private static string? NameOf(INamedTypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String
            or SpecialType.System_Boolean
            or SpecialType.System_Char
            or SpecialType.System_SByte
            or SpecialType.System_Byte
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int64
            or SpecialType.System_UInt64
            or SpecialType.System_Single
            or SpecialType.System_Double
            or SpecialType.System_Decimal
            or SpecialType.System_DateTime => type.Name,
            SpecialType.None
                when type.Arity == 0
                    && IsIn(type, "System")
                    && type.Name
                        is "Int128"
                            or "UInt128"
                            or "Half"
                            or "Guid"
                            or "DateTimeOffset"
                            or "DateOnly"
                            or "TimeOnly"
                            or "TimeSpan"
                            or "Uri" => type.Name,
            SpecialType.None when type.IsLanguageType("TimeWindow") => type.Name,
            SpecialType.None when type.Name == "BigInteger" && IsIn(type, "System.Numerics") => type.Name,
            _ => null,
        };

    private static bool IsParsable(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(implemented =>
            implemented is { Name: "IParsable", Arity: 1 }
            && IsIn(implemented, "System")
            && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type)
        );

    private static bool IsIn(INamedTypeSymbol type, string container) =>
        type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == container;
}
