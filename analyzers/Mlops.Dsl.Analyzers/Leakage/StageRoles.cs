using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>What stages are for, as their names, types and places in the graph tell.</summary>
internal static class StageRoles
{
    private static readonly HashSet<string> Measurements = new(StringComparer.Ordinal)
    {
        "Metric",
        "Metrics",
        "Score",
        "Scores",
        "Report",
        "Evaluation",
        "Result",
        "Results",
        "Accuracy",
        "Loss",
        "Losses",
        "History",
        "Error",
        "Errors",
        "Comparison",
        "Profile",
        "Statistics",
        "Drift",
        "Quality",
        "Fairness",
        "Confusion",
        "Summary",
    };

    /// <summary>
    /// Whether a stage makes a model: its name says so, or it takes training rows and what it makes is measured on others.
    /// </summary>
    public static bool IsTraining(StageDeclaration stage, BoundPipeline pipeline) =>
        stage.Kind == StageKind.Stage
        && (
            FittingNames.IsFitting(stage.Name)
            || (
                Takes(stage, "TrainSet", "Fold")
                && !stage.Outputs.All(static output => RowTypes.Hold(output.Type))
                && pipeline
                    .Successors(stage, Edges.Data)
                    .Any(s =>
                        s.Kind == StageKind.Publish
                            ? IsPublished(stage, s, pipeline)
                            : s.Kind == StageKind.Stage && Takes(s, "TestSet", "ValidationSet", "TrainSet")
                    )
            )
        );

    /// <summary>
    /// Whether an output is a model, or comes beside one: its stage is a training, or what it makes is called a model. Weights may be those
    /// of classes.
    /// </summary>
    public static bool MakesModel(OutputDeclaration output, BoundPipeline pipeline) =>
        IsTraining(output.Stage, pipeline)
        || (
            output.Stage.Kind == StageKind.Stage
            && output.Stage.Outputs.Any(static o =>
                Provenance.IsModel(o.Type) && !o.Type.Name.EndsWith("Weights", StringComparison.Ordinal)
            )
        );

    /// <summary>The outputs that are no measurements; the only one of a stage that fits is none.</summary>
    public static IEnumerable<FlowValue> Models(StageFlow stage) =>
        stage
            .Stage.Outputs.Where(output =>
                !IsMeasurement(output) || (stage.Outputs.Length == 1 && FittingNames.IsFitting(stage.Stage.Name))
            )
            .Select(output => stage.Outputs[output.Ordinal]);

    /// <summary>Whether an output is a number, a text, or something that is named as a measurement.</summary>
    public static bool IsMeasurement(OutputDeclaration output) =>
        output.Type.SpecialType != SpecialType.None
        || (FittingNames.IsEvaluating(output.Stage.Name) && !output.Stage.IsTuple)
        || IsCalledMeasurement(output);

    /// <summary>Whether an output, or its stage, is named as an account of something.</summary>
    public static bool IsAccount(OutputDeclaration output) =>
        IsCalledMeasurement(output) || FittingNames.Words(output.Stage.Name).Any(Measurements.Contains);

    /// <summary>Whether an output is named as a measurement.</summary>
    public static bool IsCalledMeasurement(OutputDeclaration output) =>
        FittingNames.Words(output.Type.Name).Any(Measurements.Contains)
        || (output.Stage.IsTuple && FittingNames.Words(output.Name).Any(Measurements.Contains));

    /// <summary>Whether a stage makes what is published as a model, and of no other model: what measures one takes it.</summary>
    private static bool IsPublished(StageDeclaration stage, StageDeclaration publication, BoundPipeline pipeline) =>
        Provenance.IsModel(publication, pipeline) && !stage.Inputs.Exists(static input => Provenance.CarriesModel(input.Output.Stage));

    private static bool Takes(StageDeclaration stage, params string[] datasets) =>
        stage.Method.Parameters.Any(parameter => datasets.Any(dataset => parameter.Type.Mentions(dataset)));
}
