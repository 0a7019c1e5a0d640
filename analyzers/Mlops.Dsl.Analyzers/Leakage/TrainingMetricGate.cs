using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Any model can learn its training rows by heart.</summary>
internal sealed class TrainingMetricGate : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2007",
        "Gate decides by a metric of the training set",
        "Gate '{0}' decides by what was measured on the training set ('{1}'), which a model can know by heart; measure on the test set",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A metric of rows that the model was fitted to tells how well it remembers, not how well it predicts. A gate needs one that was measured on a TestSet or ValidationSet; it may look at both.",
        helpLinkUri: RuleHelp.Link("MLP2007"));

    private const Mark HeldOut = Mark.Test | Mark.Validation;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        // Beside a gate that looks at held-out rows, one that looks at the training's makes sure that it converged.
        if (stage.Stage.Kind == StageKind.Gate
            && IsTrainingMetric(stage.Given)
            && stage.Inputs.FirstOrDefault(static i => IsTrainingMetric(i.Value.All)) is { } metric
            && !pipeline.Pipeline.Gates.Any(gate => (pipeline.Find(gate)?.Given & HeldOut) is not (null or Mark.None)))
        {
            report.Add(Descriptor, metric.Binding.Parameter, stage.Stage.Name, metric.Binding.Output.Name);
        }
    }

    private static bool IsTrainingMetric(Mark marks) => marks.HasFlag(Mark.Train | Mark.Fitted) && (marks & HeldOut) == Mark.None;
}
