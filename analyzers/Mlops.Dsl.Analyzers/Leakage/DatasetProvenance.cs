using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Gives rows the marks of the sets that they are in, labels theirs, and models that of having been fitted. All rules about leakage ask for
/// them.
/// </summary>
internal sealed class DatasetProvenance : FlowRule
{
    private const Mark Rows = Mark.Train | Mark.Validation | Mark.Test | Mark.Unsplit;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfType(ITypeSymbol type, KnownTypes types) =>
        type.IsDataset("TrainSet") ? Mark.Train
        : type.IsDataset("ValidationSet") ? Mark.Validation
        : type.IsDataset("TestSet") ? Mark.Test
        : type.IsDataset("Validated") ? Mark.Unsplit
        : Mark.None;

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) =>
        member is IPropertySymbol { IsIndexer: false } column && ColumnParser.Has(column, "Label") ? Mark.Label : Mark.None;

    /// <summary>How many rows there are, and how many were invalid, tells nothing of any row. What a split makes is split.</summary>
    public override Mark Removes(ISymbol member, KnownTypes types) =>
        member switch
        {
            { Name: "Count" } when member.IsOf("Dataset") => Rows,
            { Name: "Report" } when member.IsOf("Validated") => Rows,
            IMethodSymbol when member.Splits() => Mark.Unsplit,
            _ => Mark.None,
        };

    public override Mark Interest(ISymbol used) => used is IMethodSymbol method && method.IsFitting() ? Mark.Any : Mark.None;

    public override FlowValue Result(FlowCall call, FlowValue result) =>
        call.Callee.IsFitting ? result.Without(Mark.Train | Mark.Compared).With(Mark.Fitted) : result;

    /// <summary>A model is no row; but what a training measures of itself, it measures on its rows.</summary>
    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) =>
        !StageRoles.IsTraining(output.Stage, pipeline.Pipeline) ? value
        : output.Stage.IsTuple && StageRoles.IsMeasurement(output)
            ? value.With(CountsHits(output, value) ? Mark.Train | Mark.Fitted : Mark.Fitted)
        : value.Without(Mark.Train | Mark.Compared).With(Mark.Fitted);

    /// <summary>
    /// Whether a training that is given rows to train on alone returns a number that it has counted: how often it was right, where no
    /// column of a row gets into the number itself.
    /// </summary>
    private static bool CountsHits(OutputDeclaration output, FlowValue value) =>
        output.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal
        && !value.Has(Rows)
        && output.Stage.Inputs.Exists(static input => input.Parameter.Type.IsDataset("TrainSet"))
        && !output.Stage.Inputs.Exists(static input => Provenance.IsHeldOut(input.Parameter.Type))
        && !HeldOutByHand.Is(output.Stage);
}
