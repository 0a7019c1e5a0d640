namespace Mlops.Dsl.Runtime;

/// <summary>One value that a stage recorded.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">The value; NaN and infinities are values.</param>
/// <param name="Step">The epoch, iteration or batch that it belongs to.</param>
public readonly record struct StageMetric(string Name, double Value, long Step);
