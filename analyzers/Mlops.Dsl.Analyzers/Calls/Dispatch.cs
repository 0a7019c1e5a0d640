using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// What may run where a method is called through an interface or a base class: every implementation and override in the compilation.
/// </summary>
internal sealed class Dispatch
{
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _replacements = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _replaced = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _assembly;

    private Dispatch(IAssemblySymbol assembly) => _assembly = assembly;

    /// <summary>Looks at all types of a compilation.</summary>
    public static Dispatch Of(Compilation compilation)
    {
        var dispatch = new Dispatch(compilation.Assembly);
        dispatch.AddNamespace(compilation.Assembly.GlobalNamespace);
        return dispatch;
    }

    /// <summary>The methods that override or implement one, nearest first, those that override an override included.</summary>
    public IReadOnlyList<IMethodSymbol> Replacements(IMethodSymbol method)
    {
        var all = new List<IMethodSymbol>();

        // Code that does not compile may override itself.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { method };
        for (var i = -1; i < all.Count; i++)
        {
            if (_replacements.TryGetValue(i < 0 ? method : all[i], out var direct))
            {
                all.AddRange(direct.Where(seen.Add));
            }
        }

        return all;
    }

    /// <summary>The methods that one directly overrides or implements.</summary>
    public IReadOnlyList<IMethodSymbol> Replaced(IMethodSymbol method) => _replaced.TryGetValue(method, out var found) ? found : [];

    private void AddNamespace(INamespaceSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                AddNamespace(inner);
            }
            else
            {
                AddType((INamedTypeSymbol)member);
            }
        }
    }

    private void AddType(INamedTypeSymbol type)
    {
        if (type.BaseType is { } parent && parent.IsIn(_assembly))
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is { } overridden && overridden.IsIn(_assembly))
                {
                    Add(overridden, method);
                }
            }
        }

        foreach (var member in Implementable(type))
        {
            if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol method && method.IsIn(_assembly))
            {
                Add(member, method);
            }
        }

        foreach (var nested in type.GetTypeMembers())
        {
            AddType(nested);
        }
    }

    private IEnumerable<IMethodSymbol> Implementable(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
            ? type.AllInterfaces.Where(face => face.IsIn(_assembly)).SelectMany(static face => face.GetMembers()).OfType<IMethodSymbol>()
            : [];

    private void Add(IMethodSymbol replaced, IMethodSymbol method)
    {
        var key = replaced.Canonical();
        if (!_replacements.TryGetValue(key, out var methods))
        {
            _replacements.Add(key, methods = []);
        }

        var replacement = (IMethodSymbol)method.Canonical();
        methods.Add(replacement);
        if (!_replaced.TryGetValue(replacement, out var bases))
        {
            _replaced.Add(replacement, bases = []);
        }

        bases.Add((IMethodSymbol)key);
    }
}
