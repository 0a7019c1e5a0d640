using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Finds what a call through an interface, an abstract or a virtual method may reach in the compilation.</summary>
internal sealed class FlowDispatch(Compilation compilation)
{
    private readonly Dictionary<ISymbol, ImmutableArray<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);
    private List<INamedTypeSymbol>? _types;

    /// <summary>The methods that may run: the called one itself, unless it is abstract, and what overrides or implements it.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (definition is { IsVirtual: false, IsAbstract: false, IsOverride: false } || definition.ContainingType is null)
        {
            return [method];
        }

        if (!_targets.TryGetValue(definition, out var targets))
        {
            targets = [.. Find(definition).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
            _targets.Add(definition, targets);
        }

        return targets;
    }

    private IEnumerable<IMethodSymbol> Find(IMethodSymbol method)
    {
        if (!method.IsAbstract)
        {
            yield return method;
        }

        _types ??= [.. Types(compilation.Assembly.GlobalNamespace)];
        foreach (var type in _types)
        {
            foreach (var target in method.ContainingType.TypeKind == TypeKind.Interface ? Implementations(type, method) : Overrides(type, method))
            {
                yield return target.OriginalDefinition;
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Implementations(INamedTypeSymbol type, IMethodSymbol method) => type.TypeKind == TypeKind.Interface
        ? []
        : type.AllInterfaces
            .Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType))
            .SelectMany(i => Members(i, method))
            .Select(m => type.FindImplementationForInterfaceMember(m))
            .OfType<IMethodSymbol>();

    // Accessors are implemented as their properties are.
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, IMethodSymbol method) =>
        type.GetMembers(method.Name).Where(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));

    private static IEnumerable<IMethodSymbol> Overrides(INamedTypeSymbol type, IMethodSymbol method) =>
        type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(m => Overridden(m).Any(o => SymbolEqualityComparer.Default.Equals(o.OriginalDefinition, method)));

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
