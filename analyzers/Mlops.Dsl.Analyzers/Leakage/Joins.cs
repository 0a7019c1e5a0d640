using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Where rows to train on and others were put together, and the stage that was followed there.</summary>
internal sealed class Joins
{
    private readonly List<(IMethodSymbol? Stage, IOperation At)> _joins = [];

    /// <summary>Notes a place.</summary>
    public void Add(IMethodSymbol? stage, IOperation at) => _joins.Add((stage, at));

    /// <summary>The first place that a stage got to; null if it got to none.</summary>
    public IOperation? In(IMethodSymbol? stage) => _joins.Find(join => SymbolEqualityComparer.Default.Equals(join.Stage, stage)).At;
}
