using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

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
        description: "A metric of rows that the model was fitted to tells how well it remembers, not how well it predicts. A gate needs "
            + "one that was measured on a TestSet or ValidationSet; it may look at both.",
        helpLinkUri: RuleHelp.Link("MLP2007")
    );

    private const Mark HeldOut = Mark.Test | Mark.Validation;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    /// <summary>A hit or a miss, written as a number, tells of the rows and of the model as the prediction does.</summary>
    public override Mark Told => Mark.Train | HeldOut | Mark.Fitted;

    public override Mark Interest(ISymbol used) => used is IMethodSymbol method && TakesExtreme(method) ? Mark.Train : Mark.None;

    /// <summary>Of an error, the smaller one says nothing of the held-out rows, and of a share of hits the larger one.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        TakesExtreme(call.Method) && TakesBoth(call) ? result.With(call.Method.Name == "Min" ? Mark.Smaller : Mark.Larger)
        : call.Method is { Name: "AtMost", ContainingType.Name: "GateResult" } && IsDecided(call, Mark.Smaller) ? result.With(Mark.Either)
        : call.Method is { Name: "AtLeast", ContainingType.Name: "GateResult" } && IsDecided(call, Mark.Larger) ? result.With(Mark.Either)
        : call.Method is { Name: "All", ContainingType.Name: "GateResult" }
        && call.Arguments.SelectMany(a => a.Parts(call)).Any(static part => IsHeldOut(part.All))
            ? result.Without(Mark.Either)
        : result;

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        // Beside a gate that looks at held-out rows, one that looks at the training's makes sure that it converged.
        if (
            stage.Stage.Kind == StageKind.Gate
            && (IsTrainingMetric(stage.Given) || stage.Given.HasFlag(Mark.Either))
            && Metric(stage) is { } metric
            && !pipeline.Pipeline.Gates.Any(gate =>
                pipeline.Find(gate) is { } flow && (flow.Given & HeldOut) != Mark.None && !flow.Given.HasFlag(Mark.Either)
            )
        )
        {
            report.Add(Descriptor, metric.Binding.Parameter, stage.Stage.Name, metric.Binding.Output.Name);
        }
    }

    /// <summary>What was measured on the training set; or what holds that beside others, of which the gate reads it alone.</summary>
    private static StageInput? Metric(StageFlow gate) =>
        gate.Inputs.FirstOrDefault(static i => IsTrainingMetric(i.Value.All))
        ?? gate.Inputs.FirstOrDefault(static i => i.Value.All.HasFlag(Mark.Train | Mark.Fitted));

    private static bool TakesExtreme(IMethodSymbol method) =>
        method is { Name: "Min" or "Max", IsStatic: true }
        && (method.ContainingType.Name is "Math" or "MathF" or "Enumerable" || method.ContainingType.SpecialType != SpecialType.None);

    private static bool TakesBoth(FlowCall call)
    {
        // What makes a list of both is asked for each of them.
        var marks = call.Arguments.SelectMany(argument => argument.Parts(call)).Select(static part => part.All).ToList();
        return marks.Exists(IsTrainingMetric)
            && marks.Exists(static part => (part & HeldOut) != Mark.None && (part & Mark.Train) == Mark.None);
    }

    private static bool IsDecided(FlowCall call, Mark mark) =>
        call.Arguments.Any(argument => argument.Parameter.Name == "value" && argument.Value.Has(mark));

    /// <summary>Whether something is decided by held-out rows alone.</summary>
    private static bool IsHeldOut(Mark marks) => (marks & HeldOut) != Mark.None && (marks & Mark.Either) == Mark.None;

    private static bool IsTrainingMetric(Mark marks) => marks.HasFlag(Mark.Train | Mark.Fitted) && (marks & HeldOut) == Mark.None;
}
