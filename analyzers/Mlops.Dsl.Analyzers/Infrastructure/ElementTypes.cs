using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Looks through what holds things at the things.</summary>
internal static class ElementTypes
{
    /// <summary>The types of the things in collections, tasks and tuples; the type itself where it is none.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Of(array.ElementType),
            INamedTypeSymbol { IsGenericType: true } generic when !generic.Locations.Any(static l => l.IsInSource) =>
                generic.TypeArguments.SelectMany(Of),
            INamedTypeSymbol named => [named],
            _ => [],
        };
}
