using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Recognises data that <c>Validate()</c> can check.</summary>
internal static class RowTypes
{
    private static readonly string[] Datasets = ["Validated", "TrainSet", "ValidationSet", "TestSet"];

    /// <summary>
    /// The row type of rows that nothing validated: of a <c>Raw&lt;T&gt;</c>, or of any other collection of <c>[Row]</c>s; null for
    /// anything else.
    /// </summary>
    public static INamedTypeSymbol? Unvalidated(ITypeSymbol? type) =>
        type is null || Datasets.Any(name => type.IsDataset(name)) ? null : RowOf(type);

    /// <summary>The row type of any collection of <c>[Row]</c>s; null for anything else.</summary>
    public static INamedTypeSymbol? RowOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1 } array
            ? Row(array.ElementType)
            : type
                .AllInterfaces.Append(type as INamedTypeSymbol)
                .Where(static i => i?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                .Select(static i => Row(i!.TypeArguments[0]))
                .FirstOrDefault(static row => row is not null);

    /// <summary>A type as a row type, whose schema the generator writes.</summary>
    public static INamedTypeSymbol? Row(ITypeSymbol type) => type is INamedTypeSymbol named && named.Find("Row") is not null ? named : null;
}
