using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

internal static class SourceSymbols
{
    /// <summary>
    /// The symbol under which a member's body is filed: the original definition, unreduced, of a partial member the declaring part.
    /// </summary>
    public static ISymbol Canonical(this ISymbol symbol) =>
        symbol.OriginalDefinition switch
        {
            IMethodSymbol method => (method.ReducedFrom ?? method) is var unreduced ? unreduced.PartialDefinitionPart ?? unreduced : method,
            IPropertySymbol property => property.PartialDefinitionPart ?? property,
            var other => other,
        };

    /// <summary>
    /// The parameter of the canonical method, whichever part of a partial one it was named in. Of an indexer's accessor, the indexer's
    /// parameter.
    /// </summary>
    public static IParameterSymbol CanonicalParameter(this IParameterSymbol parameter) =>
        parameter.OriginalDefinition is { ContainingSymbol: IMethodSymbol { AssociatedSymbol: IPropertySymbol indexer } } of
        && of.Ordinal < indexer.Parameters.Length
            ? ((IPropertySymbol)indexer.Canonical()).Parameters[of.Ordinal]
        : parameter.OriginalDefinition is { ContainingSymbol: IMethodSymbol method } definition
        && method.Canonical() is IMethodSymbol canonical
        && canonical.Parameters.Length > definition.Ordinal
            ? canonical.Parameters[definition.Ordinal]
        : parameter.OriginalDefinition;

    /// <summary>Whether a symbol belongs to the compilation's own source.</summary>
    public static bool IsIn(this ISymbol symbol, IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

    /// <summary>Whether another method may run where this one is called.</summary>
    public static bool CanBeReplaced(this IMethodSymbol method) =>
        method.IsAbstract
        || method.IsVirtual
        || (method.IsOverride && !method.IsSealed)
        || method.ContainingType?.TypeKind == TypeKind.Interface;
}
