using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Gives rows the marks of the sets that they are in, and models that of having been fitted. All rules about leakage ask for them.</summary>
internal sealed class DatasetProvenance : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfType(ITypeSymbol type, KnownTypes types) =>
        type.IsDataset("TrainSet") ? Mark.Train
        : type.IsDataset("ValidationSet") ? Mark.Validation
        : type.IsDataset("TestSet") ? Mark.Test
        : Mark.None;

    public override FlowValue Result(FlowCall call, FlowValue result) => call.Method.IsFitting() ? result.With(Mark.Fitted) : result;

    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) =>
        StageRoles.IsTraining(output.Stage, pipeline.Pipeline) ? value.With(Mark.Fitted) : value;
}
