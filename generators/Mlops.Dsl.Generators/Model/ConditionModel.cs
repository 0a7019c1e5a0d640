namespace Mlops.Dsl.Generators.Model;

/// <summary>What decides whether a stage runs.</summary>
/// <param name="Name">The gate, output or parameter.</param>
/// <param name="Expected">True for <c>[When]</c>, false for <c>[Unless]</c>.</param>
/// <param name="Stage">The index of the deciding stage; -1 for a parameter.</param>
/// <param name="Output">The ordinal of the deciding output.</param>
internal sealed record ConditionModel(string Name, bool Expected, int Stage, int Output);
