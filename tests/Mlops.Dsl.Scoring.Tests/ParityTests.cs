using Microsoft.ML;
using Microsoft.ML.Transforms.Text;
using Mlops.Dsl.MLNet;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class ParityTests
{
    [Fact]
    public void A_transform_that_exports_wrongly_makes_no_model()
    {
        using var context = new DetachedStageContext();
        var exception = Assert.Throws<ParityException>(() => MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
            Census.Train<RichLabel>(),
            context,
            static (ml, _) => ml.Transforms.Text.NormalizeText("Text", "Work")
                .Append(ml.Transforms.Text.TokenizeIntoWords("Words", "Text", ['e', 't', ' ']))
                .Append(ml.Transforms.Conversion.MapValueToKey("Words"))
                .Append(ml.Transforms.Text.ProduceNgrams("Features", "Words", ngramLength: 2, weighting: NgramExtractingEstimator.WeightingCriteria.TfIdf))
                .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression())));
        Assert.Contains("row", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ML.NET says", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_without_a_graph_makes_no_model()
    {
        using var context = new DetachedStageContext();
        var exception = Assert.Throws<ModelException>(() => MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
            Census.Train<RichLabel>(),
            context,
            static (ml, columns) => MLNetRecipes.FeatureVector(ml, columns)
                .Append(ml.Transforms.CustomMapping<Vector, Vector>(static (from, to) => to.Features = from.Features, null))
                .Append(ml.BinaryClassification.Trainers.FastTree())));
        Assert.Contains("no ONNX graph", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_that_was_cancelled_ends()
    {
        using var context = new DetachedStageContext();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(
            Census.Train<RichLabel>(), context, MLNetRecipes.FastTree(), cancelled.Token));
    }

    private sealed class Vector
    {
        [Microsoft.ML.Data.VectorType(11)]
        public float[] Features { get; set; } = [];
    }
}
