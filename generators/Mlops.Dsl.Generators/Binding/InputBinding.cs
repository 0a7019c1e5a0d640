using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>A stage's parameter and the output that feeds it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Output">The output.</param>
/// <param name="Element">The type of the elements that the output is taken apart into, for the iterated parameter; otherwise null.</param>
internal sealed record InputBinding(IParameterSymbol Parameter, OutputDeclaration Output, ITypeSymbol? Element);

/// <summary>A condition of a stage and what decides it.</summary>
/// <param name="Name">The deciding output's or parameter's name.</param>
/// <param name="Expected">True for <c>[When]</c>.</param>
/// <param name="Output">The deciding output; null where a parameter decides.</param>
internal sealed record ConditionBinding(string Name, bool Expected, OutputDeclaration? Output);
