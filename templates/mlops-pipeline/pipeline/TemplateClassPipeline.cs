using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Mlops.Dsl;

namespace TemplateClass;

/// <summary>Learns to tell two kinds of flowers by their petals.</summary>
[Pipeline("pipelinetemplate", Version = "1.0.0")]
public sealed partial class TemplateClassPipeline
{
    /// <summary>The CSV file to learn from: petal length, petal width, kind.</summary>
    [Parameter, Required]
    public string Data { get; init; } = Path.Combine(AppContext.BaseDirectory, "flowers.csv");

    /// <summary>Share of the flowers that train the model.</summary>
    [Parameter, Range(0.5, 0.95)]
    public double TrainShare { get; init; } = 0.8;

    /// <summary>Seed of the split.</summary>
    [Parameter]
    public int Seed { get; init; } = 42;

    [Source("{Data}")]
    public partial FileArtifact File();

    [Stage]
    public Raw<Flower> Parse(FileArtifact file) =>
        new(
            from line in file.ReadLines().Skip(1)
            let cells = line.Split(',')
            select new Flower(
                double.Parse(cells[0], CultureInfo.InvariantCulture),
                double.Parse(cells[1], CultureInfo.InvariantCulture),
                cells[2]
            )
        );

    [Stage]
    public Validated<Flower> Check(Raw<Flower> flowers) => flowers.Validate(maxInvalidShare: 0.05);

    [Stage]
    public (TrainSet<Flower> Train, TestSet<Flower> Test) Split(Validated<Flower> flowers) =>
        flowers.Split(TrainShare, Seed, stratifyBy: flower => flower.Kind);

    [Stage]
    public CentroidModel Fit(TrainSet<Flower> train) =>
        new([
            .. train
                .GroupBy(flower => flower.Kind)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => new Centroid(
                    kind.Key,
                    kind.Average(flower => flower.PetalLength),
                    kind.Average(flower => flower.PetalWidth)
                )),
        ]);

    [Stage]
    public double Accuracy(CentroidModel model, TestSet<Flower> test) =>
        test.Count(flower => model.Predict(flower) == flower.Kind) / (double)test.Count;

    [Gate]
    public GateResult GoodEnough(double accuracy) => GateResult.AtLeast(accuracy, 0.8);

    [Publish("pipelinetemplate-model"), When(nameof(GoodEnough))]
    public CentroidModel Release(CentroidModel model) => model;
}
