using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Types that do not tell what their values are.</summary>
internal static class OpenTypes
{
    /// <summary>
    /// Whether values of a type may be whole rows, and the type does not tell which: what a helper takes that is there for all types.
    /// </summary>
    public static bool Include(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => true,
            IArrayTypeSymbol array => Include(array.ElementType),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
            INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Any(Include),
            _ => type.TypeKind == TypeKind.Interface
                && type.SpecialType == SpecialType.None
                && type.Locations.Any(static location => location.IsInSource),
        };
}
