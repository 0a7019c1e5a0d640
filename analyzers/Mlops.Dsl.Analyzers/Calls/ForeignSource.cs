using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Tells a library that is compiled along from the code of those who write the pipelines: it has a root namespace to itself, in which no
/// pipeline lies, and many types.
/// </summary>
/// <param name="pipelines">The compilation's pipelines.</param>
internal sealed class ForeignSource(Lazy<ImmutableArray<INamedTypeSymbol>> pipelines)
{
    private const int Many = 100;

    private readonly Dictionary<INamespaceSymbol, bool> _roots = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member, or a type, belongs to such a library.</summary>
    public bool Contains(ISymbol member)
    {
        if (Root(member) is not { } root)
        {
            return false;
        }

        lock (_roots)
        {
            if (!_roots.TryGetValue(root, out var isForeign))
            {
                isForeign =
                    !pipelines.Value.Any(pipeline => SymbolEqualityComparer.Default.Equals(Root(pipeline), root))
                    && Count(root, Many) >= Many;
                _roots.Add(root, isForeign);
            }

            return isForeign;
        }
    }

    private static INamespaceSymbol? Root(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false } ? space : null;
    }

    /// <summary>How many types a namespace has, counted as far as it matters.</summary>
    private static int Count(INamespaceSymbol space, int enough)
    {
        var count = space.GetTypeMembers().Count(static type => type.Locations.Any(static location => location.IsInSource));
        foreach (var inner in space.GetNamespaceMembers())
        {
            count += count < enough ? Count(inner, enough - count) : 0;
        }

        return count;
    }
}
