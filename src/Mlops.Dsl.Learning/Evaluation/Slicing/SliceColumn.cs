namespace Mlops.Dsl;

/// <summary>A column by whose values an evaluation is cut into slices.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">The value of each evaluated row, as text.</param>
/// <param name="IsProtected">Whether decisions must not depend on it: its slices are compared for fairness.</param>
public sealed record SliceColumn(string Name, IReadOnlyList<string> Values, bool IsProtected = false);
