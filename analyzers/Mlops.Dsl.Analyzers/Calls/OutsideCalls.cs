using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// What the framework may call on an object once it has one, and no code of the compilation needs to: its overrides and implementations of
/// members that other assemblies declare, such as <c>Dispose</c>, <c>Compare</c> or <c>MoveNext</c>.
/// </summary>
internal static class OutsideCalls
{
    /// <summary>The methods of an object of a type that may be called so.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        var isPlain = true;
        for (var current = type; current is not null && current.IsIn(assembly); current = current.BaseType?.OriginalDefinition)
        {
            foreach (var member in current.GetMembers())
            {
                // The name of what implements an interface explicitly begins with the interface's.
                isPlain &= member.Name.LastIndexOf('.') <= 0;
                if (member is IMethodSymbol { IsOverride: true, IsImplicitlyDeclared: false } method && OverridesForeign(method, assembly))
                {
                    yield return method;
                }
            }
        }

        var faces = type.AllInterfaces;
        isPlain &= !faces.Any(face => face.IsIn(assembly));
        foreach (var face in faces)
        {
            if (face.IsIn(assembly))
            {
                continue;
            }

            foreach (var member in face.GetMembers())
            {
                // To look for an implementation is dear; most of what a record implements, nobody wrote.
                if (
                    member is IMethodSymbol
                    && (!isPlain || MayImplement(type, member, assembly))
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsImplicitlyDeclared: false } method
                    && method.IsIn(assembly)
                )
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>Whether a type or a base declares a member of the name.</summary>
    private static bool MayImplement(INamedTypeSymbol type, ISymbol member, IAssemblySymbol assembly)
    {
        for (var current = type; current is not null && current.IsIn(assembly); current = current.BaseType)
        {
            if (current.GetMembers(member.Name).Any(static own => !own.IsImplicitlyDeclared))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OverridesForeign(IMethodSymbol method, IAssemblySymbol assembly)
    {
        var overridden = method.OverriddenMethod;
        while (overridden is not null && overridden.IsIn(assembly))
        {
            overridden = overridden.OverriddenMethod;
        }

        return overridden is not null;
    }
}
