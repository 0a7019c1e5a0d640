using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Where nothing was split, no type tells that a model is measured on the rows that it was fitted to. What has no label, no metric or
/// another source of rows may well do without a split, and so does what deals rows out itself.
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

        foreach (
            var publication in pipeline.Pipeline.Publications.Where(static p => p.Result is { } result && !Provenance.IsDataset(result))
        )
        {
            var gates = Guards.Of(publication).Where(static guard => guard.Passes).Select(static guard => guard.Gate).Distinct().ToList();
            if (
                gates.Find(gate => pipeline.Find(gate) is { } flow && IsMeasured(flow)) == stage.Stage
                && Trainers(publication, pipeline) is { Count: > 0 } trainers
                && !gates.Exists(gate =>
                    GateWithoutHeldOutData.SeesHeldOut(gate, trainers)
                    || pipeline.Find(gate)?.Inputs.Any(static i => i.Value.Has(HeldOut)) == true
                )
                && Way(stage, trainers, pipeline) is { } way
            )
            {
                var metric = stage.Inputs.First(static i => i.Value.Has(Mark.Unsplit)).Binding.Output.Name;
                report.Add(
                    GateWithoutHeldOutData.Descriptor,
                    stage.Stage.Method,
                    stage.Stage.Name,
                    publication.Name,
                    $"'{metric}' comes from the rows that the model was fitted to ({way}); split them, and measure on a TestSet"
                );
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
        return ancestors.Exists(static s => Provenance.TakesTraining(s))
            ? []
            : [.. ancestors.Where(s => UnsplitRows.AreFitted(s, pipeline))];
    }

    /// <summary>
    /// From the rows through the training and the measurement to the gate; null where what was measured are not the rows of the training.
    /// </summary>
    private static string? Way(StageFlow gate, List<StageDeclaration> trainers, PipelineFlow pipeline)
    {
        var measuring = BoundPipeline
            .Ancestors(gate.Stage, Edges.Data)
            .Prepend(gate.Stage)
            .Where(s => UnsplitRows.AreMeasured(s, trainers, pipeline))
            .ToList();
        var trainer = trainers.Find(t => measuring.TrueForAll(m => UnsplitRows.Of(m, pipeline).All(rows => IsSame(rows, t, pipeline))));
        if (measuring.Count == 0 || trainer is null || measuring.Append(trainer).Any(static s => HeldOutByHand.Is(s)))
        {
            return null;
        }

        var origin = UnsplitRows.Of(trainer, pipeline).First().Binding.Output.Stage;
        return string.Join(" → ", new[] { origin, trainer, measuring[0], gate.Stage }.Select(static s => s.Name).Distinct());
    }

    /// <summary>Whether rows are those of a training, some of them, or others of the same that nothing was left out of.</summary>
    private static bool IsSame(StageInput rows, StageDeclaration trainer, PipelineFlow pipeline)
    {
        var fitted = UnsplitRows.Of(trainer, pipeline).Select(static r => r.Binding.Output).ToList();
        return UnsplitRows.Origins(rows.Binding.Output, pipeline, wholeOnly: false).Any(fitted.Contains)
            || fitted.Exists(made => UnsplitRows.Origins(made, pipeline, wholeOnly: true).Contains(rows.Binding.Output));
    }
}
