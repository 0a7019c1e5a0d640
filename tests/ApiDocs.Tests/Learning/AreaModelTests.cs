using ApiDocs.Features;
using ApiDocs.Learning;

namespace ApiDocs.Tests.Learning;

public sealed class AreaModelTests
{
    [Fact]
    public void Scores_are_probabilities_with_the_best_first()
    {
        var features = TfIdf.Fit(["red", "blue"], bits: 10);
        var model = new AreaModel(
            features,
            LogisticRegression.Fit(
                features.Transform(["red", "blue"]),
                [1, 0],
                ["cold", "warm"],
                1 << 10,
                new TrainingSettings(20, 0.5),
                new Random(1),
                static (_, _) => { },
                TestContext.Current.CancellationToken
            )
        );

        var scores = model.Score("red");

        Assert.Equal("warm", scores[0].Area);
        Assert.Equal(1f, scores.Sum(static score => score.Probability), 1e-5f);
        Assert.True(scores[0].Probability > 0.8f);
        Assert.Equal(["warm", "cold"], model.Predict(["red", "blue"]));
    }

    [Fact]
    public void Softmax_does_not_overflow()
    {
        float[] scores = [1000f, 1000f, -1000f];

        Softmax.Apply(scores);

        Assert.Equal([0.5f, 0.5f, 0f], scores);
    }
}
