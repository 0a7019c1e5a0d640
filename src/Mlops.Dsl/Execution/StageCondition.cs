namespace Mlops.Dsl.Execution;

/// <summary>What decides whether a stage runs.</summary>
/// <param name="Name">The gate, output or parameter, as the attribute names it.</param>
/// <param name="Expected">True for <see cref="WhenAttribute"/>, false for <see cref="UnlessAttribute"/>.</param>
/// <param name="Stage">The index of the gate or stage that decides; -1 for a parameter.</param>
/// <param name="Output">The ordinal of the deciding output.</param>
/// <param name="Parameter">Reads the deciding parameter; null unless <paramref name="Stage"/> is -1.</param>
public sealed record StageCondition(string Name, bool Expected, int Stage, int Output = 0, Func<object, bool>? Parameter = null);
