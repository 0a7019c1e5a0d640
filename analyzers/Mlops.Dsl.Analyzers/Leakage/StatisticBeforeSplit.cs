using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A statistic of all rows carries the test rows into the training.</summary>
internal sealed class StatisticBeforeSplit : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2004",
        "Statistic or model is fitted before the split",
        "{0}, so that the rows which the model is tested on have shaped it; {1}",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Means, ranges, vocabularies, imputed values and encodings are a part of the model. Computed from Validated<T> rows "
            + "before a split, they know the test rows. Split first, fit to the TrainSet, and apply what was fitted to all sets.",
        helpLinkUri: RuleHelp.Link("MLP2004")
    );

    private const Mark Whole = Mark.Unsplit | Mark.WholeStatistic;
    private const string Instead = "compute it from the training set alone";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    /// <summary>What lies below a quantile of all rows tells of them.</summary>
    public override Mark Told => Whole;

    /// <summary>Whatever has made one number of them.</summary>
    public override Mark OfAll(Mark marks) => (marks & Mark.Apart) == Mark.None ? Mark.WholeStatistic : Mark.None;

    /// <summary>The place of a number among all others is a quantile; and rows may be put there several times.</summary>
    public override Mark Left(FlowCall call) =>
        Statistics.SortsNumbers(call.Method) ? Mark.WholeStatistic
        : RepeatedRows.AreAdded(call) ? Mark.Repeated
        : Mark.None;

    public override Mark Interest(ISymbol used) =>
        used is not IMethodSymbol method ? Mark.None
        : used.Splits() || RepeatedRows.MayRepeat(method) ? Whole | Mark.Repeated
        : Statistics.Are(method) || Statistics.MaySort(method) || Statistics.Chooses(method) || Statistics.MayGroup(method) ? Whole
        : Mark.None;

    /// <summary>Rows of a source that none of the rows to measure on come from tell nothing of those.</summary>
    public override FlowValue Input(InputBinding input, PipelineFlow pipeline, FlowValue value) =>
        value.Has(Mark.Unsplit) && HeldApart.IsApart(input.Output, pipeline.Pipeline) ? value.With(Mark.Apart) : value;

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
                $"'{call.Method.Name}' deals out what was computed from all rows{report.Path.Describe()}",
                Instead
            );
            return;
        }

        if (RepeatedRows.AreDealtOut(call) is { } repeated)
        {
            report.Add(
                Descriptor,
                repeated.Operation ?? call.Operation,
                $"'{call.Method.Name}' deals out copies of rows to both sides{report.Path.Describe()}",
                "split first, and repeat rows of the training set alone"
            );
        }

        if (
            call.Callee.IsFitting
            && call.Arguments.Any(static a => a.Value.Has(Mark.Train))
            && !(report.IsTyped && MayBeApart(report.Path.Start))
        )
        {
            foreach (var argument in call.Arguments.Where(static a => IsOfAll(a.Value) && !LabelIndex.Is(a.Operation, a.Value)))
            {
                report.Add(
                    Descriptor,
                    argument.Operation ?? call.Operation,
                    $"'{call.Method.Name}' takes what was computed from all rows",
                    Instead
                );
            }
        }
    }

    public override FlowValue Result(FlowCall call, FlowValue result)
    {
        if (call.Callee.IsFitting && call.Arguments.Any(static a => a.Value.Has(Mark.Train)))
        {
            return result.Without(Whole | Mark.Repeated);
        }

        result = RepeatedRows.Result(call, result);
        if (Statistics.IsChosen(call, Whole))
        {
            return result.With(Mark.WholeStatistic);
        }

        if ((call.All & Whole) == Mark.None || call.Method.ReturnsVoid)
        {
            return result;
        }

        if (SideTable.IsMade(call))
        {
            return result.Without(Whole);
        }

        // What is fitted to rows and gives them back has scaled or filled them.
        if (RowTypes.Hold(call.Method.ReturnType))
        {
            return call.Callee.IsFitting && result.Has(Mark.Unsplit) ? result.With(Mark.WholeStatistic) : result;
        }

        // Which labels there are is a matter of the task, not of its rows.
        return call.Method.Name is "Distinct" or "ToHashSet" or "ToFrozenSet" && result.Has(Mark.Label) ? result.Without(Whole)
            : result.Has(Whole) && !call.Method.Splits() && Statistics.Makes(call) && !SideTable.IsOfOne(call)
                ? result.With(Mark.WholeStatistic)
            : result;
    }

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (stage.Stage.Kind != StageKind.Stage)
        {
            return;
        }

        var trains = stage.Inputs.Any(static i => i.Value.Has(Mark.Train)) && StageRoles.IsTraining(stage.Stage, pipeline.Pipeline);
        if (trains && ChosenOnAllRows.Find(stage, pipeline) is var (choosing, choice))
        {
            report.Add(
                Descriptor,
                choosing.Binding.Parameter,
                $"What '{choice.Stage.Name}' chooses by all rows reaches '{stage.Stage.Name}'",
                "choose by folds of the training set"
            );
        }

        var isShaped = trains && StageRoles.Models(stage).Any(IsOfAll);
        var isTested = stage.Inputs.Any(static i =>
            i.Binding.Parameter.Type.Mentions("TestSet") || i.Binding.Parameter.Type.Mentions("ValidationSet")
        );
        foreach (var input in stage.Inputs)
        {
            if (
                trains && (isShaped || Vocabulary.IsGoneThrough(input.Binding))
                    ? IsOfAll(input.Value) && !LabelIndex.Is(input.Binding.Output.Type, input.Value)
                    : isTested && input.Value.Has(Mark.Fitted) && IsOfAll(input.Value)
            )
            {
                Report(input, stage, pipeline, report);
            }
        }
    }

    /// <summary>The fault is where all rows become a statistic.</summary>
    private static void Report(StageInput input, StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        var way = pipeline.Trace(input, Whole);
        var entry = way.FirstOrDefault(static step =>
            step.Binding.Output.Type.IsDataset("Validated") && !step.Value.Has(Mark.WholeStatistic)
        );

        // What was computed while rows were read came out of the stage that read them.
        var makes = entry is null
            ? way[way.Length - 1].Binding.Output.Stage
            : pipeline.Pipeline.Stages.FirstOrDefault(s => s.Inputs.Contains(entry.Binding)) ?? stage.Stage;
        report.Add(
            Descriptor,
            (entry?.Binding ?? makes.Inputs.FirstOrDefault() ?? input.Binding).Parameter,
            $"What '{makes.Name}' computes from all rows reaches '{stage.Stage.Name}'",
            Instead
        );
    }

    /// <summary>
    /// Whether a method makes sets of rows that have no type to tell, as ML.NET's are: those of the product's own are followed to the
    /// training.
    /// </summary>
    private static bool DealsOutViews(IMethodSymbol method) => method.Name is "TrainTestSplit" or "CrossValidationSplit";

    /// <summary>Whether a stage takes validated rows of other types than those that it trains on, from wherever they come.</summary>
    private static bool MayBeApart(IMethodSymbol? stage)
    {
        var sets = stage?.Parameters.Select(static parameter => parameter.Type).OfType<INamedTypeSymbol>().ToList() ?? [];
        var trained = sets.Where(static set => set.IsDataset("TrainSet")).Select(static set => set.TypeArguments[0]).ToList();
        var others = sets.Where(static set => set.IsDataset("Validated")).Select(static set => set.TypeArguments[0]).ToList();
        return others.Count > 0 && !others.Exists(row => trained.Contains(row, SymbolEqualityComparer.Default));
    }

    private static bool IsOfAll(FlowValue value) => value.Has(Whole) && !value.Has(Mark.Apart);

    private static bool IsData(FlowArgument argument) => argument.Parameter.Ordinal == 0 || argument.Parameter.Name == "data";
}
