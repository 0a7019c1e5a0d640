using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Gives rows the marks of the sets that they are in. All rules about leakage ask for them.</summary>
internal sealed class DatasetProvenance : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfType(ITypeSymbol type, KnownTypes types) =>
        type.IsDataset("TrainSet") ? Mark.Train
        : type.IsDataset("ValidationSet") ? Mark.Validation
        : type.IsDataset("TestSet") ? Mark.Test
        : Mark.None;
}
