using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>What each body of the compilation calls. Filled concurrently while bodies are analyzed, then asked.</summary>
internal sealed class CallGraph(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Call>> _calls = new(SymbolEqualityComparer.Default);
    private Dispatch? _dispatch;

    /// <summary>What may run where a method is called through an interface or a base class. Costs a walk over all types when first asked for.</summary>
    public Dispatch Dispatch => _dispatch ??= Dispatch.Of(compilation);

    /// <summary>Files what a body calls under the member that owns it.</summary>
    public void Add(ISymbol owner, ImmutableArray<Call> calls) => _calls[owner] = calls;

    /// <summary>What runs, or may run, when a member does.</summary>
    public IEnumerable<ISymbol> Callees(ISymbol member)
    {
        var calls = _calls.TryGetValue(member, out var found) ? found : [];
        foreach (var call in calls)
        {
            yield return call.Target;
            if (!call.IsExact && call.Target is IMethodSymbol method)
            {
                foreach (var replacement in method.CanBeReplaced() ? Dispatch.Replacements(method) : [])
                {
                    yield return replacement;
                }
            }
        }

        var implied = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => OfConstruction(constructor, calls),
            IMethodSymbol { IsStatic: true, MethodKind: not MethodKind.StaticConstructor } method => OfStaticConstructor(method.ContainingType),
            INamedTypeSymbol type => type.GetMembers().Where(HasStaticInitialization),
            _ => [],
        };
        foreach (var callee in implied)
        {
            yield return callee;
        }
    }

    private IEnumerable<ISymbol> OfConstruction(IMethodSymbol constructor, ImmutableArray<Call> calls)
    {
        var type = constructor.ContainingType;
        foreach (var member in type.GetMembers().Where(member => !member.IsStatic && member.Kind != SymbolKind.Method && _calls.ContainsKey(member)))
        {
            yield return member;
        }

        if (type.BaseType?.OriginalDefinition is { } parent && parent.IsIn(compilation.Assembly)
            && !calls.Any(call => call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor } && call.Target.ContainingType.OriginalDefinition.Equals(parent, SymbolEqualityComparer.Default))
            && parent.InstanceConstructors.FirstOrDefault(static c => c.Parameters.All(static p => p.IsOptional || p.IsParams)) is { } implicitly)
        {
            yield return implicitly;
        }

        foreach (var callee in Dispatch.CalledFromOutside(type).Select(static method => method.Canonical()).Concat(OfStaticConstructor(type)))
        {
            yield return callee;
        }
    }

    /// <summary>An explicit static constructor runs before any member of its type is used, and the initializers with it.</summary>
    private static IEnumerable<ISymbol> OfStaticConstructor(INamedTypeSymbol type) =>
        type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared) ? [type] : [];

    private bool HasStaticInitialization(ISymbol member) =>
        member.IsStatic && (member is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } || (member.Kind != SymbolKind.Method && _calls.ContainsKey(member)));
}
