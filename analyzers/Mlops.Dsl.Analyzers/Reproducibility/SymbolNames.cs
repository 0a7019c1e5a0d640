using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Reproducibility;

internal static class SymbolNames
{
    /// <summary>Whether this is the namespace of a dotted name.</summary>
    public static bool Is(this INamespaceSymbol? @namespace, string name)
    {
        var end = name.Length;
        for (var current = @namespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            var start = end - current.Name.Length;
            if (
                start < 0
                || string.CompareOrdinal(name, start, current.Name, 0, current.Name.Length) != 0
                || (start > 0 && name[start - 1] != '.')
            )
            {
                return false;
            }

            end = start - 1;
            if (end < 0)
            {
                return current.ContainingNamespace is { IsGlobalNamespace: true };
            }
        }

        return false;
    }

    /// <summary>A type and what it derives from, itself first.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseTypesAndSelf(this ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
