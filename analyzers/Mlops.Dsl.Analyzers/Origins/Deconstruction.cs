using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Finds what an object of the compilation's own is taken apart into.</summary>
internal static class Deconstruction
{
    /// <summary>
    /// The places that hold the parts of an object, or of the elements of a collection: of a record its properties, else what its
    /// Deconstruct method gives out.
    /// Null for tuples, and where there is no such method.
    /// </summary>
    public static ImmutableArray<ISymbol>? Places(ITypeSymbol? type, int count)
    {
        var declaring = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { IsTupleType: false, TypeArguments: [var element] } generic when !IsOwn(generic) => element,
            _ => type,
        };
        if (declaring is not INamedTypeSymbol { IsTupleType: false } named || !IsOwn(named))
        {
            return null;
        }

        var method = named
            .GetMembers("Deconstruct")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length == count && m.Parameters.All(static p => p.RefKind == RefKind.Out));
        return method is null
            ? null
            :
            [
                .. method.Parameters.Select(parameter =>
                    (
                        method.IsImplicitlyDeclared
                            ? named.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()?.Canonical()
                            : null
                    ) ?? parameter.CanonicalParameter()
                ),
            ];
    }

    private static bool IsOwn(ITypeSymbol type) => type.Locations.Any(static location => location.IsInSource);
}
