using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A statistic of all rows carries the test rows into the training.</summary>
internal sealed class StatisticBeforeSplit : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2004",
        "Statistic or model is fitted before the split",
        "{0}, so that the rows which the model is tested on have shaped it; compute it from the training set alone",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Means, ranges, vocabularies, imputed values and encodings are a part of the model. Computed from Validated<T> rows "
            + "before a split, they know the test rows. Split first, fit to the TrainSet, and apply what was fitted to all sets.",
        helpLinkUri: RuleHelp.Link("MLP2004")
    );

    private const Mark Whole = Mark.Unsplit | Mark.WholeStatistic;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    /// <summary>What lies below a quantile of all rows tells of them.</summary>
    public override Mark Told => Whole;

    public override Mark Interest(ISymbol used) => used is IMethodSymbol method && IsStatistic(method) ? Whole : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (
            DealsOutViews(call.Method)
            && call.Arguments.FirstOrDefault(static a => a.Value.Has(Mark.WholeStatistic) && IsData(a)) is { } shaped
        )
        {
            report.Add(
                Descriptor,
                shaped.Operation ?? call.Operation,
                $"'{call.Method.Name}' deals out what was computed from all rows{report.Path.Describe()}"
            );
            return;
        }

        if (call.Callee.IsFitting && call.Arguments.Any(static a => a.Value.Has(Mark.Train)))
        {
            foreach (var argument in call.Arguments.Where(static a => a.Value.Has(Whole) && !LabelIndex.Is(a.Operation, a.Value)))
            {
                report.Add(Descriptor, argument.Operation ?? call.Operation, $"'{call.Method.Name}' takes what was computed from all rows");
            }
        }
    }

    public override FlowValue Result(FlowCall call, FlowValue result)
    {
        if (call.Callee.IsFitting && call.Arguments.Any(static a => a.Value.Has(Mark.Train)))
        {
            return result.Without(Whole);
        }

        if ((call.All & Whole) == Mark.None || call.Method.ReturnsVoid || StageRoles.HoldsRows(call.Method.ReturnType))
        {
            return result;
        }

        // Which labels there are is a matter of the task, not of its rows.
        return call.Method.Name is "Distinct" or "ToHashSet" or "ToFrozenSet" && result.Has(Mark.Label) ? result.Without(Whole)
            : result.Has(Whole) && !call.Method.Splits() && IsStatistic(call.Method) ? result.With(Mark.WholeStatistic)
            : result;
    }

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (stage.Stage.Kind != StageKind.Stage)
        {
            return;
        }

        var trains = stage.Inputs.Any(static i => i.Value.Has(Mark.Train)) && StageRoles.IsTraining(stage.Stage, pipeline.Pipeline);
        var isShaped = trains && StageRoles.Models(stage).Any(static model => model.Has(Whole));
        var isTested = stage.Inputs.Any(static i =>
            i.Binding.Parameter.Type.Mentions("TestSet") || i.Binding.Parameter.Type.Mentions("ValidationSet")
        );
        foreach (var input in stage.Inputs)
        {
            if (
                trains && (isShaped || Vocabulary.IsGoneThrough(input.Binding))
                    ? input.Value.Has(Whole) && !LabelIndex.Is(input.Binding.Output.Type, input.Value)
                    : isTested && input.Value.Has(Mark.Fitted) && input.Value.Has(Whole)
            )
            {
                Report(input, stage, pipeline, report);
            }
        }
    }

    /// <summary>The fault is where all rows become a statistic.</summary>
    private static void Report(StageInput input, StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        var entry =
            pipeline
                .Trace(input, Whole)
                .FirstOrDefault(static step => step.Binding.Output.Type.IsDataset("Validated") && !step.Value.Has(Mark.WholeStatistic))
            ?? input;
        var makes = pipeline.Pipeline.Stages.FirstOrDefault(s => s.Inputs.Contains(entry.Binding)) ?? stage.Stage;
        report.Add(Descriptor, entry.Binding.Parameter, $"What '{makes.Name}' computes from all rows reaches '{stage.Stage.Name}'");
    }

    /// <summary>
    /// Whether a method makes sets of rows that have no type to tell, as ML.NET's are: those of the product's own are followed to the
    /// training.
    /// </summary>
    private static bool DealsOutViews(IMethodSymbol method) => method.Name is "TrainTestSplit" or "CrossValidationSplit";

    private static bool IsData(FlowArgument argument) => argument.Parameter.Ordinal == 0 || argument.Parameter.Name == "data";

    /// <summary>What sums up: the aggregates of LINQ and what fits. What picks, filters or reshapes rows does not.</summary>
    private static bool IsStatistic(IMethodSymbol method) =>
        method.IsFitting()
        || (
            method.ContainingType is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "AsyncEnumerable" }
            && method.Name
                is "Average"
                    or "Sum"
                    or "Min"
                    or "Max"
                    or "Aggregate"
                    or "Distinct"
                    or "ToDictionary"
                    or "ToHashSet"
                    or "ToLookup"
                    or "CountBy"
                    or "AggregateBy"
        );
}
