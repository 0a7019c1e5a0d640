using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>A parameter of a stage's method, with its symbol: lives as long as one parse.</summary>
internal sealed class StageParameter(IParameterSymbol symbol, MemberAttributes attributes)
{
    public IParameterSymbol Symbol => symbol;

    public string Name => symbol.Name;

    public ITypeSymbol Type => symbol.Type;

    /// <summary>What <c>[From]</c> says; null without it.</summary>
    public TextAttribute? From { get; } = TextAttribute.Find(attributes, "From", symbol.ContainingType);

    /// <summary>Whether the engine gives the parameter's value, rather than another stage.</summary>
    public bool IsInjected { get; } = InputBinder.IsInjected(symbol.Type) || attributes.Has("FromServices");
}
