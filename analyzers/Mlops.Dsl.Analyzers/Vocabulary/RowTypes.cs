using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Tells which types are rows, or hold some. A function that takes or gives rows holds none.</summary>
internal static class RowTypes
{
    /// <summary>Whether a type is a row, or holds some.</summary>
    public static bool Hold(ITypeSymbol type) => Hold(type, orMay: false);

    /// <summary>Whether a type may be a row, or hold some: what generic code takes may be anything.</summary>
    public static bool MayHold(ITypeSymbol type) => Hold(type, orMay: true);

    /// <summary>
    /// Whether a type is a row, or may be or have a single one, as a tuple may and whatever generic code takes: a collection has several.
    /// </summary>
    public static bool MayBeOne(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => true,
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
            INamedTypeSymbol { IsAnonymousType: true } made => Properties(made).Any(MayBeOne),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(static element => MayBeOne(element.Type)),
            _ => type.Find("Row") is not null,
        };

    private static bool Hold(ITypeSymbol type, bool orMay) =>
        type switch
        {
            IArrayTypeSymbol array => Hold(array.ElementType, orMay),
            ITypeParameterSymbol => orMay,
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
            INamedTypeSymbol { IsAnonymousType: true } made => orMay && Properties(made).Any(MayHold),
            INamedTypeSymbol named => named.Find("Row") is not null || named.TypeArguments.Any(argument => Hold(argument, orMay)),
            _ => false,
        };

    private static IEnumerable<ITypeSymbol> Properties(INamedTypeSymbol made) =>
        made.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Type);
}
