using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>Finds pipelines that start each other with no cool-down between: one run would bring the next for ever.</summary>
internal static class StartLoop
{
    /// <summary>
    /// The way from a started pipeline back to the one that starts it, such as <c>A → B → A</c>; null where there is none, or where a
    /// cool-down is on it.
    /// </summary>
    public static string? Find(INamedTypeSymbol starter, INamedTypeSymbol started)
    {
        var path = new List<INamedTypeSymbol> { starter };
        return Reaches(started, starter, path, new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            ? string.Join(" → ", path.Select(static type => type.Name).Append(starter.Name))
            : null;
    }

    private static bool Reaches(INamedTypeSymbol from, INamedTypeSymbol to, List<INamedTypeSymbol> path, HashSet<INamedTypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return true;
        }

        if (!seen.Add(from))
        {
            return false;
        }

        path.Add(from);
        foreach (var method in from.GetMembers().OfType<IMethodSymbol>())
        {
            if (
                method.Find("Start") is { } start
                && AttributeArguments.Named(start, "CoolDown") is null
                && EffectBinder.StartedBy(ResultOf(method)) is { } next
                && Reaches(next, to, path, seen)
            )
            {
                return true;
            }
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnType.IsTask() ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault() : method.ReturnType;
}
