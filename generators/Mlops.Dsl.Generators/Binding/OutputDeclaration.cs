using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>One output of a stage, with its symbol: lives as long as one parse.</summary>
internal sealed class OutputDeclaration(StageDeclaration stage, int ordinal, string name, ITypeSymbol type, bool isNamed)
{
    public StageDeclaration Stage => stage;

    public int Ordinal => ordinal;

    public string Name => name;

    /// <summary>What the stage returns; of one element, in a <c>[ForEach]</c> stage.</summary>
    public ITypeSymbol Type => type;

    /// <summary>False for a tuple element without a name.</summary>
    public bool IsNamed => isNamed;
}
