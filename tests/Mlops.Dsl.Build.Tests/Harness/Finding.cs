using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>What is wrong with one stage after an edit.</summary>
/// <param name="Fault">The kind of fault.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Optimization">How the program was compiled.</param>
/// <param name="Detail">Results or symbols, for people.</param>
public sealed record Finding(Fault Fault, string Stage, OptimizationLevel Optimization, string Detail)
{
    public override string ToString() => $"{Fault} {Stage} in {Optimization}: {Detail}";
}

/// <summary>The ways in which the walk or the corpus can be wrong.</summary>
public enum Fault
{
    /// <summary>The result changed, the fingerprint did not.</summary>
    Stale,

    /// <summary>The fingerprint changed, though neither the result did nor the corpus says that it may.</summary>
    Spurious,

    /// <summary>The corpus says that the result changes, and running the stage does not show it.</summary>
    Unproven,

    /// <summary>The result changed, and the corpus does not name the stage.</summary>
    Unnamed,
}
