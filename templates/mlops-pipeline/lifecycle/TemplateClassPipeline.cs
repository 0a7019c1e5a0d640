using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;
using Mlops.Dsl.MLNet;

namespace TemplateClass;

/// <summary>Learns to tell poppies from daisies, and releases a model once somebody has agreed to it.</summary>
[Pipeline("pipelinetemplate", Version = "1.0.0")]
public sealed partial class TemplateClassPipeline
{
    /// <summary>The folder with the CSV files to learn from.</summary>
    [Parameter, Required]
    public string Data { get; init; } = "data";

    /// <summary>How many trees the model has.</summary>
    [Parameter, Range(1, 1000)]
    public int Trees { get; init; } = 50;

    [Source("{Data}/*.csv")]
    public partial FileSet Csv();

    [Stage]
    public Raw<Flower> Read(FileSet csv) => csv.ReadCsv<Flower>(new() { TrueTexts = ["yes"], FalseTexts = ["no"] });

    [Stage]
    public Validated<Flower> Check(Raw<Flower> flowers) => flowers.Validate(maxInvalidShare: 0.05);

    /// <summary>What the flowers are like: what is served is compared with it.</summary>
    [Stage]
    public Profile<Flower> Describe(Validated<Flower> flowers) => flowers.Profile();

    [Stage]
    public (TrainSet<Flower> Train, TestSet<Flower> Test) Split(Validated<Flower> flowers) =>
        flowers.Split(0.75, seed: 42, stratifyBy: flower => flower.IsPoppy);

    /// <summary>Trains boosted trees, and turns them into an ONNX graph that predicts the same.</summary>
    [Stage]
    public Model<Measurement, FlowerScore> Fit(TrainSet<Flower> train, StageContext context, CancellationToken cancellationToken) =>
        MLNetTrainer.Fit<Flower, Measurement, FlowerScore>(train, context, MLNetRecipes.FastTree(leaves: 8, Trees), cancellationToken);

    [Stage]
    public BinaryEvaluation Evaluate(Model<Measurement, FlowerScore> model, TestSet<Flower> test) => model.Evaluate(test);

    [Gate]
    public GateResult GoodEnough(BinaryEvaluation evaluation) => GateResult.AtLeast(evaluation.Auc.Low, 0.85, "AUC, lower bound");

    [Publish("pipelinetemplate", Purpose = "To try out the life of a model."), RequiresReview(1), When(nameof(GoodEnough))]
    public Model<Measurement, FlowerScore> Release(Model<Measurement, FlowerScore> model) => model;
}
