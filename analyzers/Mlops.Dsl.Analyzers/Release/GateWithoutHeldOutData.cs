using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>What a model does on rows that it was fitted to, or on none, says nothing about the next ones.</summary>
internal sealed class GateWithoutHeldOutData : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6005",
        "Gate looks at nothing measured on held-out data",
        "Gate '{0}' decides about '{1}', but {2}",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model is released for what it does on rows that it has not seen. At least one of the gates that decide about it "
            + "must look at what was measured on a ValidationSet, a TestSet, a Fold, or on data of a source that the training does "
            + "not read.",
        helpLinkUri: RuleHelp.Link("MLP6005")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var reported = new HashSet<StageDeclaration>();
        foreach (var publication in context.Pipeline.Publications.Where(p => Provenance.IsModel(p, context.Pipeline)))
        {
            var trainers = BoundPipeline.Ancestors(publication, Edges.Data).Where(static s => Provenance.TakesTraining(s)).ToList();
            var gates = Guards.Of(publication).Where(static guard => guard.Passes).Select(static guard => guard.Gate).Distinct().ToList();

            // Without the types that tell, nobody can say what was held out.
            if (
                trainers.Count > 0
                && gates.Count > 0
                && !gates.Exists(gate => SeesHeldOut(gate, trainers, context.CancellationToken))
                && !IsToldElsewhere(context.Pipeline, gates, trainers, context.CancellationToken)
                && reported.Add(gates[0])
            )
            {
                context.Report(
                    Descriptor,
                    gates[0].Location,
                    DiagnosticSeverity.Warning,
                    RuleProperties.Of(RuleProperties.Evidence, HeldOutMetrics.Of(context.Pipeline, publication)),
                    [],
                    gates[0].Name,
                    publication.Name,
                    "nothing that it looks at was measured on held-out data; give it a metric of a stage that takes a TestSet or "
                        + "ValidationSet"
                );
            }
        }
    }

    /// <summary>
    /// Whether the model was measured on the rows that it was fitted to: the rule about training metrics says so, unless a gate of the
    /// pipeline sees others.
    /// </summary>
    private static bool IsToldElsewhere(
        BoundPipeline pipeline,
        List<StageDeclaration> gates,
        List<StageDeclaration> trainers,
        CancellationToken cancellationToken
    ) =>
        gates.Exists(gate => SeesTraining(gate, trainers, pipeline, cancellationToken))
        && !pipeline.Gates.Any(gate => Behind(gate).Any(stage => RowsCounted.LooksAt(stage, Provenance.IsHeldOut, cancellationToken)));

    private static bool SeesTraining(
        StageDeclaration gate,
        List<StageDeclaration> trainers,
        BoundPipeline pipeline,
        CancellationToken cancellationToken
    ) =>
        Behind(gate)
            .Any(stage =>
                (
                    RowsCounted.LooksAt(stage, Provenance.IsTraining, cancellationToken)
                    && BoundPipeline.Predecessors(stage, Edges.Data).Any(trainers.Contains)
                ) || stage.Inputs.Exists(input => trainers.Contains(input.Output.Stage) && IsOwnMeasurement(input.Output, pipeline))
            );

    /// <summary>What a training reports beside the model, such as its loss.</summary>
    private static bool IsOwnMeasurement(OutputDeclaration output, BoundPipeline pipeline) =>
        output.Stage.IsTuple && StageRoles.IsTraining(output.Stage, pipeline) && StageRoles.IsMeasurement(output);

    /// <summary>
    /// Whether something behind a gate does something with a model on held-out rows, or reads a source that the trainings do not. How many
    /// rows were held out, and what they are like, says nothing of any model.
    /// </summary>
    public static bool SeesHeldOut(StageDeclaration gate, List<StageDeclaration> trainers, CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<StageDeclaration>(trainers.SelectMany(static trainer => BoundPipeline.Ancestors(trainer)));
        return Behind(gate)
            .Any(stage =>
                (HasModel(stage) && RowsCounted.LooksAt(stage, Provenance.IsHeldOut, cancellationToken))
                || (stage.Kind == StageKind.Source && !seen.Contains(stage))
            );
    }

    /// <summary>Whether a stage fits a model, or takes one; whether it is the one that is released is another question.</summary>
    private static bool HasModel(StageDeclaration stage) =>
        Provenance.TakesTraining(stage)
        || BoundPipeline.Ancestors(stage, Edges.Data).Any(static behind => Provenance.TakesTraining(behind));

    /// <summary>The gate, and all that it is given comes from.</summary>
    private static IEnumerable<StageDeclaration> Behind(StageDeclaration gate) => BoundPipeline.Ancestors(gate, Edges.Data).Prepend(gate);
}
