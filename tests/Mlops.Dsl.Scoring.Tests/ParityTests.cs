using Microsoft.ML;
using Microsoft.ML.Transforms.Text;
using Mlops.Dsl.MLNet;
using Mlops.Dsl.MLNet.Parity;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class ParityTests
{
    [Fact]
    public void A_transform_that_exports_wrongly_makes_no_model()
    {
        using var context = new DetachedStageContext();
        var exception = Assert.Throws<ParityException>(() =>
            MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
                Census.Train<RichLabel>(),
                context,
                static (ml, _) =>
                    ml
                        .Transforms.Text.TokenizeIntoWords("Words", "Work", ['a', 'e', 't', 'i', ' '])
                        .Append(ml.Transforms.Conversion.MapValueToKey("Words"))
                        .Append(
                            ml.Transforms.Text.ProduceNgrams(
                                "Features",
                                "Words",
                                ngramLength: 2,
                                weighting: NgramExtractingEstimator.WeightingCriteria.TfIdf
                            )
                        )
                        .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression())
            )
        );
        Assert.Contains("no model was made", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_graph_that_says_something_else_is_refused_by_row_property_and_both_values()
    {
        var train = Census.Train<RichLabel>();
        var problem = LearningProblem.Of<Labelled<RichLabel>, CitizenView, RichScore>();
        var ml = new MLContext(1);
        var trained = TrainedModel.Train<Labelled<RichLabel>, CitizenView>(
            ml,
            problem,
            train,
            MLNetRecipes.FastTree(8, 19),
            CancellationToken.None
        );
        var exception = Assert.Throws<ParityException>(() =>
            ParityCheck.Run(ml, trained, problem, TrainedModels.FastTree, train, new MLNetOptions(), CancellationToken.None)
        );
        Assert.Matches(
            @"Of training row \d+, ML\.NET says (Rich|Probability) = [\d.]+, and the graph says [\d.]+; the tolerance is 0\.0001\.",
            exception.Message
        );
    }

    [Fact]
    public void Infinities_and_unseen_values_are_among_the_rows_that_are_compared()
    {
        var names = HostileRows.Of(Census.Views(3)).Select(static row => row.Name).ToList();
        Assert.Contains("a row whose Savings is -∞", names);
        Assert.Contains("a row whose Hours is missing", names);
        Assert.Contains("a row whose Work is a text beyond the basic plane", names);
        Assert.Contains("a row whose Age is the least", names);
        Assert.Contains("a row whose Schooling is College", names);
        Assert.Contains("a row without all that may be missing", names);
        Assert.Equal(
            new CitizenView(0, null, null, 0, true, Schooling.None, 0),
            HostileRows.Of([new CitizenView(0, "x", 1, 0, true, Schooling.None, 0)]).Last().Row
        );
    }

    [Fact]
    public void A_transform_without_a_graph_makes_no_model()
    {
        using var context = new DetachedStageContext();
        var exception = Assert.Throws<ModelException>(() =>
            MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
                Census.Train<RichLabel>(),
                context,
                static (ml, columns) =>
                    MLNetRecipes
                        .FeatureVector(ml, columns)
                        .Append(ml.Transforms.CustomMapping<Vector, Vector>(static (from, to) => to.Features = from.Features, null))
                        .Append(ml.BinaryClassification.Trainers.FastTree())
            )
        );
        Assert.Contains("no ONNX graph", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_that_was_cancelled_ends()
    {
        using var context = new DetachedStageContext();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
                Census.Train<RichLabel>(),
                context,
                MLNetRecipes.FastTree(),
                cancelled.Token
            )
        );
    }

    private sealed class Vector
    {
        [Microsoft.ML.Data.VectorType(11)]
        public float[] Features { get; set; } = [];
    }
}
