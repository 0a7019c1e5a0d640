using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>The object that a parameter was given: assigning to the parameter does not change it.</summary>
internal sealed record ObjectOf(ISymbol Parameter)
{
    /// <inheritdoc />
    public bool Equals(ObjectOf? other) => other is not null && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);

    /// <inheritdoc />
    public override int GetHashCode() => ~SymbolEqualityComparer.Default.GetHashCode(Parameter);
}
