using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Finds what a call through an interface, an abstract or a virtual method may reach in the compilation.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="isLocal">Whether nothing but the called method itself counts: to know what replaces it, all types have to be looked
/// at.</param>
internal sealed class FlowDispatch(Compilation compilation, bool isLocal)
{
    private Dispatch? _dispatch;

    /// <summary>The methods that may run: the called one itself, unless it is abstract, and what overrides or implements it.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (isLocal || definition is { IsVirtual: false, IsAbstract: false, IsOverride: false })
        {
            return [method];
        }

        _dispatch ??= Dispatch.Of(compilation);
        return [.. definition.IsAbstract ? [] : new[] { definition }, .. _dispatch.Replacements(definition)];
    }
}
