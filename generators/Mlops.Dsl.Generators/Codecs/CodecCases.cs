using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Finds the types that stand for an abstract one: those that derive from it, and are nested in it or beside it.</summary>
internal static class CodecCases
{
    /// <summary>The cases, each with the name that it is stored under.</summary>
    public static List<(INamedTypeSymbol Type, string Name)> Of(INamedTypeSymbol type)
    {
        var cases = new List<(INamedTypeSymbol Type, string Name)>();
        var beside = type.ContainingType?.GetTypeMembers() ?? type.ContainingNamespace.GetTypeMembers();
        foreach (
            var derived in type.GetTypeMembers()
                .Concat(beside)
                .Where(candidate => DerivesFrom(candidate, type))
                .OrderBy(TypeText.Code, StringComparer.Ordinal)
        )
        {
            var isTaken = cases.Exists(known => known.Name == derived.Name);
            cases.Add((derived, isTaken ? TypeText.Display(derived) : derived.Name));
        }

        return cases;
    }

    private static bool DerivesFrom(INamedTypeSymbol candidate, INamedTypeSymbol type) =>
        candidate.Arity == 0 && SymbolEqualityComparer.Default.Equals(candidate.BaseType, type);
}
