using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Where nothing was split, no type tells that a model is measured on the rows that it was fitted to. What has no label, no metric or another source of rows
/// may well do without a split, and so does what deals rows out itself.
/// </summary>
internal sealed class MeasuredOnFittedRows : FlowRule
{
    private const Mark Measured = Mark.Applied | Mark.Fitted;
    private const Mark HeldOut = Mark.Test | Mark.Validation;
    private const Mark DealtOut = Mark.Part | Mark.FittedToPart;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [GateWithoutHeldOutData.Descriptor];

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (stage.Stage.Kind != StageKind.Gate || !IsMeasured(stage))
        {
            return;
        }

        foreach (var publication in pipeline.Pipeline.Publications.Where(static p => p.Result is { } result && !Provenance.IsDataset(result)))
        {
            var gates = Guards.Of(publication).Where(static guard => guard.Passes).Select(static guard => guard.Gate).Distinct().ToList();
            if (gates.Find(gate => pipeline.Find(gate) is { } flow && IsMeasured(flow)) == stage.Stage
                && Trainers(publication, pipeline) is { Count: > 0 } trainers
                && !gates.Exists(gate => GateWithoutHeldOutData.SeesHeldOut(gate, trainers) || pipeline.Find(gate)?.Inputs.Any(static i => i.Value.Has(HeldOut)) == true)
                && Way(stage, trainers, pipeline) is { } way)
            {
                var metric = stage.Inputs.First(static i => i.Value.Has(Mark.Unsplit)).Binding.Output.Name;
                report.Add(
                    GateWithoutHeldOutData.Descriptor,
                    stage.Stage.Method,
                    stage.Stage.Name,
                    publication.Name,
                    $"'{metric}' comes from the rows that the model was fitted to ({way}); split them, and measure on a TestSet");
                return;
            }
        }
    }

    private static bool IsMeasured(StageFlow gate) =>
        gate.Given.HasFlag(Measured) && (gate.Given & (HeldOut | Mark.Train)) == Mark.None && !gate.Given.HasFlag(DealtOut);

    /// <summary>The stages that make of unsplit rows with a label what is published; none where one of them takes a training set.</summary>
    private static List<StageDeclaration> Trainers(StageDeclaration publication, PipelineFlow pipeline)
    {
        var ancestors = BoundPipeline.Ancestors(publication, Edges.Data).ToList();
        return ancestors.Exists(static s => Provenance.TakesTraining(s)) ? [] : [.. ancestors.Where(s =>
            s.Kind == StageKind.Stage
            && Rows(s, pipeline).Any(static rows => HasLabel(rows.Binding.Parameter.Type))
            && pipeline.Find(s) is { } flow && (flow.Given & Mark.Fitted) != Mark.None && (flow.Taken & Mark.Fitted) == Mark.None)];
    }

    /// <summary>From the rows through the training and the measurement to the gate; null where what was measured are not the rows of the training.</summary>
    private static string? Way(StageFlow gate, List<StageDeclaration> trainers, PipelineFlow pipeline)
    {
        var measuring = BoundPipeline.Ancestors(gate.Stage, Edges.Data).Prepend(gate.Stage).Where(s => Measures(s, trainers, pipeline)).ToList();
        var trainer = trainers.Find(t => measuring.TrueForAll(m => Rows(m, pipeline).All(rows => IsSame(rows, t, pipeline))));
        if (measuring.Count == 0 || trainer is null || measuring.Append(trainer).Any(static s => HeldOutByHand.Is(s)))
        {
            return null;
        }

        var origin = Rows(trainer, pipeline).First().Binding.Output.Stage;
        return string.Join(" → ", new[] { origin, trainer, measuring[0], gate.Stage }.Select(static s => s.Name).Distinct());
    }

    private static bool Measures(StageDeclaration stage, List<StageDeclaration> trainers, PipelineFlow pipeline) =>
        pipeline.Find(stage) is { } flow
        && (flow.Given & Mark.Applied) != Mark.None
        && Rows(stage, pipeline).Any()
        && (flow.Inputs.Any(i => i.Value.Has(Mark.Fitted) && (trainers.Contains(i.Binding.Output.Stage) || BoundPipeline.Ancestors(i.Binding.Output.Stage, Edges.Data).Any(trainers.Contains)))
            || (flow.Taken & Mark.Fitted) == Mark.None);

    /// <summary>The unsplit rows that a stage takes.</summary>
    private static IEnumerable<StageInput> Rows(StageDeclaration stage, PipelineFlow pipeline) => pipeline.Find(stage)?.Inputs.Where(IsRows) ?? [];

    private static bool IsRows(StageInput input) => (input.Value.All & (Mark.Unsplit | Mark.Fitted)) == Mark.Unsplit && StageRoles.HoldsRows(input.Binding.Parameter.Type);

    /// <summary>Whether rows are those of a training, some of them, or others of the same that nothing was left out of.</summary>
    private static bool IsSame(StageInput rows, StageDeclaration trainer, PipelineFlow pipeline)
    {
        var fitted = Rows(trainer, pipeline).Select(static r => r.Binding.Output).ToList();
        return Origins(rows.Binding.Output, pipeline, wholeOnly: false).Any(fitted.Contains)
            || fitted.Exists(made => Origins(made, pipeline, wholeOnly: true).Contains(rows.Binding.Output));
    }

    /// <summary>An output and the rows that it was made of.</summary>
    private static IEnumerable<OutputDeclaration> Origins(OutputDeclaration output, PipelineFlow pipeline, bool wholeOnly)
    {
        yield return output;
        if (output.Stage.IsTuple || (wholeOnly && pipeline.Find(output.Stage)?.Outputs[output.Ordinal].Has(Mark.Part) == true))
        {
            yield break;
        }

        foreach (var origin in Rows(output.Stage, pipeline).SelectMany(rows => Origins(rows.Binding.Output, pipeline, wholeOnly)))
        {
            yield return origin;
        }
    }

    private static bool HasLabel(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasLabel(array.ElementType),
        INamedTypeSymbol named => named.GetMembers().OfType<IPropertySymbol>().Any(static column => ColumnParser.Has(column, "Label")) || named.TypeArguments.Any(HasLabel),
        _ => false,
    };
}
