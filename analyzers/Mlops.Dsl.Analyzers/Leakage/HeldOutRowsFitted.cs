using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A model that has seen the rows that it is measured on looks better than it is.</summary>
internal sealed class HeldOutRowsFitted : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2003",
        "Test or validation rows reach fitting",
        "'{0}' is fitted to what comes from {1}, so that no measurement on those rows tells how good it is; fit to the training set alone",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model may be fitted to a TrainSet. Rows of the TestSet must not reach it at all, neither directly nor through "
            + "statistics or chosen settings; rows of the ValidationSet may stop or choose, but not join the training rows.",
        helpLinkUri: RuleHelp.Link("MLP2003")
    );

    private const string TestSet = "the test set";
    private const Mark HeldOut = Mark.Test | Mark.Validation;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark Together(IOperation collection, IReadOnlyList<FlowValue> parts, FlowReport report)
    {
        if (!RowsJoined.Are(parts))
        {
            return Mark.None;
        }

        report.Notes<Joins>().Add(report.Path.Start, collection);
        return Mark.Joined;
    }

    public override Mark Left(FlowCall call) => RowsJoined.AreAdded(call) ? Mark.Joined : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (!call.Callee.IsFitting)
        {
            if (RowsJoined.AreIn(call) || RowsJoined.AreAdded(call))
            {
                report.Notes<Joins>().Add(report.Path.Start, call.Operation);
            }

            return;
        }

        if (Held(call) is { } set)
        {
            report.Add(Descriptor, call.Operation, call.Method.Name, set);
        }

        foreach (var argument in call.Arguments.Where(a => !call.Opens(a, HeldOut)))
        {
            if (argument.Value.Has(Mark.Test))
            {
                report.Add(Descriptor, argument.Operation ?? call.Operation, call.Method.Name, TestSet);
            }
            else if (argument.Value.Has(Mark.Validation) && argument.Value.Has(Mark.Train))
            {
                report.Add(Descriptor, argument.Operation ?? call.Operation, call.Method.Name, "the validation set");
            }
        }
    }

    public override void CheckMade(FlowCall call, FlowValue made, FlowReport report)
    {
        if (!made.Has(Mark.Test) || !call.Callee.IsFitting)
        {
            return;
        }

        var held = call.Arguments.Where(static a => a.Value.Has(Mark.Test)).ToList();
        foreach (var argument in held.TrueForAll(a => call.Opens(a, HeldOut)) ? held : [])
        {
            report.Add(Descriptor, argument.Operation ?? call.Operation, call.Method.Name, TestSet);
        }
    }

    /// <summary>What an object made of the rows that it holds and of those that it was given, if nothing was said of it before.</summary>
    public override void CheckResult(FlowCall call, FlowValue result, FlowReport report)
    {
        if (
            call.Callee.IsFitting
            && result.Has(Mark.Test)
            && call.Instance?.Has(Mark.Test) == true
            && Held(call) is null
            && !call.Arguments.Any(static a => a.Value.Has(Mark.Test))
        )
        {
            report.Add(Descriptor, call.Operation, call.Method.Name, TestSet);
        }
    }

    public override Mark Reported(FlowCall call) =>
        !call.Callee.IsFitting ? Mark.None
        : Held(call) is not null || call.Arguments.Any(a => IsReported(call, a)) ? HeldOut
        : Mark.None;

    /// <summary>
    /// The set whose rows an object has come to hold that is to fit, and is given no others: together with the training rows, or without
    /// any. Sets that it holds apart are its own business.
    /// </summary>
    private static string? Held(FlowCall call) =>
        call.Instance is not { } instance
        || !instance.Has(HeldOut)
        || call.Arguments.Any(static a => a.Value.Has(HeldOut | Mark.Train | Mark.Unsplit))
            ? null
        : instance.Mixes(Mark.Test, Mark.Train) || (instance.Has(Mark.Test) && !instance.Has(Mark.Train | Mark.Unsplit)) ? TestSet
        : instance.Mixes(Mark.Validation, Mark.Train) ? "the validation set"
        : null;

    private static bool IsReported(FlowCall call, FlowArgument argument) =>
        !call.Opens(argument, HeldOut)
        && (argument.Value.Has(Mark.Test) || (argument.Value.Has(Mark.Validation) && argument.Value.Has(Mark.Train)));

    /// <summary>What was reported at the call is not reported again where its result gets to.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        call.Callee.IsFitting
            ? result.Without(Reported(call) == Mark.None ? HeldOut | Mark.Joined : HeldOut | Mark.Joined | Mark.ChosenOnTest)
        : RowsJoined.AreIn(call) ? result.With(Mark.Joined)
        // Which labels there are is a matter of the task, not of its rows.
        : result.Has(Mark.Joined) && result.Has(Mark.Label) && call.Method.Name is "Distinct" or "ToHashSet" or "ToFrozenSet"
            ? result.Without(Mark.Joined)
        : result;

    public override Mark Settles(FlowCall call) => call.Callee.IsFitting ? HeldOut : Mark.None;

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (!StageRoles.IsTraining(stage.Stage, pipeline.Pipeline) && !TrainsWhatItPublishes(stage.Stage, pipeline))
        {
            if (LearnedFurther.On(stage, pipeline) is { } rows)
            {
                report.Add(Descriptor, rows.Binding.Parameter, stage.Stage.Name, TestSet);
            }

            return;
        }

        var fitted = StageRoles.Models(stage).Aggregate(Mark.None, static (all, model) => all | model.All);
        foreach (var input in stage.Inputs)
        {
            if (
                (fitted & (Mark.Test | Mark.ChosenOnTest)) != Mark.None
                && input.Value.Has(Mark.Test)
                && !(
                    ((fitted & Mark.Test) == Mark.None || !stage.Inputs.Any(static i => i.Value.Has(Mark.Train)))
                    && ReportedOnChoosingSet.IsReported(stage.Stage, pipeline)
                )
            )
            {
                report.Add(Descriptor, input.Binding.Parameter, stage.Stage.Name, TestSet);
            }
            else if (
                (fitted & Mark.ChosenOnTest) != Mark.None
                && input.Value.Has(Mark.ChosenOnTest)
                && IsSetting(input.Binding.Output)
                && !ReportedOnChoosingSet.IsReported(input.Binding.Output.Stage, pipeline)
            )
            {
                report.Add(
                    Descriptor,
                    input.Binding.Parameter,
                    stage.Stage.Name,
                    $"the choice that '{input.Binding.Output.Stage.Name}' made on the test set"
                );
            }
        }

        if ((fitted & Mark.Joined) != Mark.None && (fitted & Mark.Test) == Mark.None)
        {
            ReportJoined(stage, report);
        }
    }

    /// <summary>Whether a publication makes the model itself, of rows that it takes.</summary>
    private static bool TrainsWhatItPublishes(StageDeclaration stage, PipelineFlow pipeline) =>
        stage.Kind == StageKind.Publish
        && Provenance.TakesTraining(stage)
        && !stage.Inputs.Exists(static input => Provenance.CarriesModel(input.Output.Stage))
        && Provenance.IsModel(stage, pipeline.Pipeline);

    /// <summary>
    /// Whether what was chosen is a number, or an object that holds such: no model, which the one that is chosen of several is.
    /// </summary>
    private static bool IsSetting(OutputDeclaration chosen) =>
        chosen.Type.IsValueType
        || (
            chosen.Type.SpecialType == SpecialType.None
            && !RowTypes.Hold(chosen.Type)
            && !Provenance.IsModel(chosen.Type)
            && !Provenance.CarriesModel(chosen.Stage)
        );

    /// <summary>The fault is where the rows are put together.</summary>
    private static void ReportJoined(StageFlow stage, FlowReport report)
    {
        var place = report.Notes<Joins>().In(stage.Stage.Method)?.Syntax.GetLocation();
        var input =
            stage.Inputs.FirstOrDefault(static i => i.Value.Has(Mark.Joined))
            ?? stage.Inputs.FirstOrDefault(static i => i.Value.Has(Mark.Validation));
        report.Add(
            Descriptor,
            place ?? input?.Binding.Parameter.Locations.FirstOrDefault(),
            ImmutableDictionary<string, string?>.Empty,
            stage.Stage.Name,
            "the validation set"
        );
    }
}
