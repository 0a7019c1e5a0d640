using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>The best of many on one set is partly the luckiest on it.</summary>
internal sealed class ReportedOnChoosingSet : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2008",
        "One set both chooses and reports",
        "'{0}' was chosen by what was measured on the {1} set, and gate '{2}' decides by what was measured on the same rows; {3}",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Of many models, the one that is best on some rows owes a part of that to chance, so that those rows flatter it. "
            + "Choose on the ValidationSet, and measure the one that was chosen on the TestSet.",
        helpLinkUri: RuleHelp.Link("MLP2008")
    );

    private static readonly (Mark Chosen, Mark Measured, string Set, string Advice, string Instead)[] Sets =
    [
        (Mark.ChosenOnTest, Mark.MeasuredOnTest, "test", "choose on a validation set", "ValidationSet"),
        (Mark.ChosenOnValidation, Mark.MeasuredOnValidation, "validation", "measure the chosen one on the test set", "TestSet"),
    ];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark Told => Mark.MeasuredOnTest | Mark.MeasuredOnValidation;

    public override Mark Chosen(Mark measurement) =>
        Sets.Aggregate(Mark.None, (all, set) => measurement.HasFlag(set.Measured) ? all | set.Chosen : all);

    public override Mark Interest(ISymbol used) =>
        used is IMethodSymbol method && Choosers.Are(method) ? Mark.MeasuredOnTest | Mark.MeasuredOnValidation : Mark.None;

    public override Mark InterestInSets(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => IsSet(parameter.Type)) ? Mark.Test | Mark.Validation : Mark.None;

    /// <summary>What is computed of a whole set is measured on it. What is computed of one row, such as a prediction, is not.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        call.Method.Name is "GroupBy" or "ToLookup" && result.Knows(KeyedValues.Value)
            ? Ungrouped(Measured(call, result))
            : Measured(call, result);

    /// <summary>The key of a group tells of single rows, as the bucket does that a prediction falls into.</summary>
    private static FlowValue Ungrouped(FlowValue groups) =>
        groups.Without(Mark.MeasuredOnTest | Mark.MeasuredOnValidation).WithMember(KeyedValues.Value, groups.Member(KeyedValues.Value));

    private static FlowValue Measured(FlowCall call, FlowValue result)
    {
        if ((call.All & (Mark.Test | Mark.Validation)) == Mark.None || call.Method.ReturnsVoid)
        {
            return result;
        }

        var sets = call
            .Arguments.Where(static a => a.Value.Has(Mark.Test | Mark.Validation) && IsSet(a.Operation?.Type))
            .Aggregate(Mark.None, static (all, a) => all | a.Value.All);
        if (sets == Mark.None || RowTypes.Hold(call.Method.ReturnType))
        {
            return result;
        }

        return result.With(
            (sets.HasFlag(Mark.Test) ? Mark.MeasuredOnTest : Mark.None)
                | (sets.HasFlag(Mark.Validation) ? Mark.MeasuredOnValidation : Mark.None)
        );
    }

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        foreach (var set in Sets)
        {
            if (Find(stage, pipeline, set.Chosen, set.Measured) is var (metric, choice))
            {
                report.Add(
                    Descriptor,
                    metric.Binding.Parameter.Locations.FirstOrDefault(),
                    RuleProperties.Of(RuleProperties.Replacement, set.Instead).Add(RuleProperties.Candidates, choice.Stage.Name),
                    choice.Name,
                    set.Set,
                    stage.Stage.Name,
                    set.Advice
                );
            }
        }
    }

    /// <summary>
    /// Whether a gate is told that it decides by the test set on which a stage has chosen, so that the choice need not be reported again.
    /// </summary>
    public static bool IsReported(StageDeclaration choosing, PipelineFlow pipeline) =>
        pipeline
            .Pipeline.Gates.Select(pipeline.Find)
            .OfType<StageFlow>()
            .Any(gate => Find(gate, pipeline, Mark.ChosenOnTest, Mark.MeasuredOnTest)?.Choice.Stage == choosing);

    /// <summary>The measurement that a gate decides by, and what was chosen on the same rows before.</summary>
    private static (StageInput Metric, OutputDeclaration Choice)? Find(StageFlow gate, PipelineFlow pipeline, Mark chosen, Mark measured)
    {
        // A gate may see both without harm where another set measured the chosen one: then nobody is misled.
        if (
            gate.Stage.Kind != StageKind.Gate
            || Judged(gate, chosen, measured) is not { } metric
            || (measured == Mark.MeasuredOnValidation && gate.Given.HasFlag(Mark.MeasuredOnTest) && IsTestedToo(gate, metric))
        )
        {
            return null;
        }

        var way = pipeline.Trace(metric, chosen);
        var number = ChosenNumber(way, pipeline, chosen, measured) ?? ChosenBeside(metric.Binding.Output, pipeline, chosen);
        return number is null && !metric.Value.Has(Mark.Best) && !IsChoice(way, pipeline, chosen)
            ? null
            : (metric, number ?? way[way.Length - 1].Binding.Output);
    }

    /// <summary>
    /// Whether a gate takes a measurement of the test set as well: where the chosen one was compared with labels, one that was, too. How
    /// much a model says on the test set tells nothing of how right that is.
    /// </summary>
    private static bool IsTestedToo(StageFlow gate, StageInput metric) =>
        gate.Inputs.Any(i => i.Value.Has(Mark.MeasuredOnTest) && (i.Value.Has(Mark.Compared) || !metric.Value.Has(Mark.Compared)));

    /// <summary>The measurement of something chosen that a gate takes; or the chosen one itself, where the gate measures it.</summary>
    private static StageInput? Judged(StageFlow gate, Mark chosen, Mark measured) =>
        gate.Inputs.FirstOrDefault(i => i.Value.All.HasFlag(chosen | measured))
        ?? (gate.Given.HasFlag(measured) ? gate.Inputs.FirstOrDefault(i => i.Value.Has(chosen)) : null);

    /// <summary>
    /// A number that was chosen, such as a threshold or a depth, and is no measurement itself; null if the way begins at none.
    /// </summary>
    private static OutputDeclaration? ChosenNumber(ImmutableArray<StageInput> way, PipelineFlow pipeline, Mark chosen, Mark measured) =>
        pipeline.Find(way[way.Length - 1].Binding.Output.Stage) is not { Stage.Kind: StageKind.Stage } first
            ? null
            : first.Stage.Outputs.FirstOrDefault(output =>
                first.Outputs[output.Ordinal].All.HasFlag(chosen)
                && !first.Outputs[output.Ordinal].All.HasFlag(measured)
                && output.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
                && (first.Stage.IsTuple || IsUsed(first.Stage, pipeline))
            );

    /// <summary>
    /// A number that a stage chose beside the measurement that it returns, and that gets into a model, as a threshold does; null if there
    /// is none. What is called a measurement is no such number.
    /// </summary>
    private static OutputDeclaration? ChosenBeside(OutputDeclaration metric, PipelineFlow pipeline, Mark chosen) =>
        pipeline.Find(metric.Stage) is { Stage: { Kind: StageKind.Stage, IsTuple: true } } choosing
            ? choosing.Stage.Outputs.FirstOrDefault(output =>
                output != metric
                && output.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
                && choosing.Outputs[output.Ordinal].All.HasFlag(chosen)
                && !StageRoles.IsCalledMeasurement(output)
                && !MeasureNames.Are(output.Name)
                && pipeline.Pipeline.Stages.Any(taker =>
                    taker.Kind is StageKind.Stage or StageKind.Publish
                    && taker.Inputs.Exists(input => input.Output == output)
                    && taker.Inputs.Exists(static input => Provenance.CarriesModel(input.Output.Stage))
                    && Provenance.CarriesModel(taker)
                )
            )
            : null;

    /// <summary>Whether a stage takes what a stage makes.</summary>
    private static bool IsUsed(StageDeclaration stage, PipelineFlow pipeline) =>
        pipeline.Pipeline.Stages.Any(taker => taker.Kind == StageKind.Stage && taker.Inputs.Any(input => input.Output.Stage == stage));

    /// <summary>
    /// Whether something was chosen that was then measured: the way begins at a stage that makes a model which something takes, or leads
    /// through one that measures what it is given.
    /// A stage that only measures may well branch on what it has measured so far.
    /// </summary>
    private static bool IsChoice(ImmutableArray<StageInput> way, PipelineFlow pipeline, Mark chosen) =>
        (
            pipeline.Find(way[way.Length - 1].Binding.Output.Stage) is { } first
            && StageRoles.Models(first).Any(model => model.All.HasFlag(chosen))
            && (first.Stage.IsTuple || IsTaken(first.Stage, pipeline))
        )
        || way.Take(way.Length - 1)
            .Any(input =>
                pipeline.Find(input.Binding.Output.Stage) is { } measuring
                && measuring.Inputs.Any(static i => i.Value.Has(Mark.Test | Mark.Validation) && RowTypes.Hold(i.Binding.Output.Type))
            );

    /// <summary>Whether anything but a gate takes what a stage makes, other than its measurements.</summary>
    private static bool IsTaken(StageDeclaration stage, PipelineFlow pipeline) =>
        pipeline.Pipeline.Stages.Any(taker =>
            taker.Kind is StageKind.Stage or StageKind.Publish
            && taker.Outputs.Count > 0
            && taker.Inputs.Any(input => input.Output.Stage == stage && !StageRoles.IsMeasurement(input.Output))
        );

    private static bool IsSet(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => RowTypes.Hold(array),
            INamedTypeSymbol { TypeArguments.Length: > 0, IsTupleType: false } named => named.OriginalDefinition is var definition
                && definition.AllInterfaces.Prepend(definition).Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
                && RowTypes.Hold(named),
            _ => false,
        };
}
