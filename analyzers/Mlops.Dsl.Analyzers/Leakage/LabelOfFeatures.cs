using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// A label that is computed of nothing but features need not be learned. One that is computed of something else as well, such as when a
/// train arrived beside when it should have, is not told by the features alone.
/// </summary>
internal static class LabelOfFeatures
{
    private const int MaximumDepth = 6;

    /// <summary>Reports a column with a getter that is a label, and reads features alone.</summary>
    public static void Check(IPropertySymbol column, ImmutableArray<IOperation> blocks, FlowEngine engine)
    {
        if (!ColumnParser.Has(column, "Label"))
        {
            return;
        }

        var read = new HashSet<IPropertySymbol>(SymbolEqualityComparer.Default);
        Collect(blocks, column.ContainingType, engine, read, new HashSet<ISymbol>(SymbolEqualityComparer.Default), depth: 0);
        if (read.Count > 0 && read.All(static each => ColumnParser.Has(each, "Feature")))
        {
            var names = read.Select(static each => each.Name).OrderBy(static name => name, StringComparer.Ordinal).ToList();
            engine.Report.Add(
                FeatureIsLabel.Descriptor,
                read.First(each => each.Name == names[0]),
                names[0],
                names.Count == 1
                    ? $"is all that the label '{column.Name}' is computed of"
                    : $"is, with {names.Skip(1).Quoted()}, all that the label '{column.Name}' is computed of"
            );
        }
    }

    private static void Collect(
        IEnumerable<IOperation> code,
        INamedTypeSymbol row,
        FlowEngine engine,
        HashSet<IPropertySymbol> read,
        HashSet<ISymbol> seen,
        int depth
    )
    {
        foreach (var operation in code.SelectMany(static step => step.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property } when IsOf(property, row):
                    if (
                        !ColumnParser.Has(property, "Feature")
                        && property.GetMethod is { } getter
                        && engine.Bodies.Find(getter) is { } body
                    )
                    {
                        Follow(getter, body, row, engine, read, seen, depth);
                    }
                    else
                    {
                        read.Add(property.OriginalDefinition);
                    }

                    break;
                case IInvocationOperation { TargetMethod: var method }
                    when method.Locations.Any(static location => location.IsInSource) && engine.Bodies.Find(method) is { } called:
                    Follow(method, called, row, engine, read, seen, depth);
                    break;
            }
        }
    }

    private static void Follow(
        IMethodSymbol method,
        FlowBody body,
        INamedTypeSymbol row,
        FlowEngine engine,
        HashSet<IPropertySymbol> read,
        HashSet<ISymbol> seen,
        int depth
    )
    {
        if (depth < MaximumDepth && seen.Add(method.OriginalDefinition))
        {
            var steps = body.Graph.Blocks.SelectMany(static block =>
                block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations
            );
            Collect(steps, row, engine, read, seen, depth + 1);
        }
    }

    private static bool IsOf(IPropertySymbol property, INamedTypeSymbol row) =>
        row.SelfAndBases().Any(type => SymbolEqualityComparer.Default.Equals(type, property.ContainingType));
}
