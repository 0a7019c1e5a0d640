namespace Mlops.Dsl.Engine;

/// <summary>One thing that makes a cache key differ from an earlier execution's.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">The symbol, parameter, input, package or output.</param>
/// <param name="Before">The earlier value, where it can be shown.</param>
/// <param name="After">The present value, where it can be shown.</param>
public sealed record KeyChange(KeyChangeKind Kind, string Name, string? Before = null, string? After = null);
