using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// What the container runs before a stage does: the constructors of the compilation's own services that it takes, and of those that these
/// take.
/// </summary>
internal static class Services
{
    /// <summary>The constructors that make what a method takes by <c>[FromServices]</c>.</summary>
    public static IEnumerable<IMethodSymbol> ConstructorsFor(IMethodSymbol method, Dispatch dispatch)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>(method.Parameters.Where(IsService).Select(static parameter => parameter.Type));
        while (pending.Count > 0)
        {
            foreach (var constructor in Made(pending.Pop(), dispatch).Where(seen.Add).SelectMany(static type => type.InstanceConstructors))
            {
                yield return constructor;
                foreach (var parameter in constructor.Parameters)
                {
                    pending.Push(parameter.Type);
                }
            }
        }
    }

    /// <summary>Whether the container gives what a parameter takes.</summary>
    public static bool IsService(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static a => a.AttributeClass is { Name: "FromServicesAttribute" });

    /// <summary>
    /// The classes whose objects the container may give for a type. A record holds values, and whoever makes it gives them.
    /// </summary>
    private static IEnumerable<INamedTypeSymbol> Made(ITypeSymbol type, Dispatch dispatch) =>
        type.OriginalDefinition switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsRecord: false } own => own.Locations.Any(static location =>
                location.IsInSource
            )
                ? [own]
                : [],
            INamedTypeSymbol declared => declared
                .GetMembers()
                .OfType<IMethodSymbol>()
                .SelectMany(dispatch.Replacements)
                .Select(static method => method.ContainingType)
                .Where(static type => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsRecord: false }),
            _ => [],
        };
}
