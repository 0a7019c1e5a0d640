using ApiDocs.Features;
using ApiDocs.Learning;

namespace ApiDocs.Tests.Learning;

public sealed class NaiveBayesTests
{
    /// <summary>Example 13.1 of Manning, Raghavan, Schütze: "Introduction to Information Retrieval", Cambridge 2008, page 261.</summary>
    [Fact]
    public void The_textbook_example_comes_out()
    {
        // Chinese 0, Beijing 1, Shanghai 2, Macao 3, Tokyo 4, Japan 5.
        var train = new SparseRows([0, 2, 4, 6, 9], [0, 1, 0, 2, 0, 3, 0, 4, 5], [2, 1, 2, 1, 1, 1, 1, 1, 1]);
        var model = NaiveBayes.Fit(train, [0, 0, 0, 1], ["china", "other"], columns: 6, smoothing: 1);
        var scores = new float[2];

        model.Score(new SparseRows([0, 3], [0, 4, 5], [3, 1, 1])[0], scores);

        Assert.Equal(0.0003, Math.Exp(scores[0]), 5e-5);
        Assert.Equal(0.0001, Math.Exp(scores[1]), 5e-5);
        Assert.Equal(3.0 / 7, Math.Exp(model.Weights[0]), 1e-6);
        Assert.Equal(2.0 / 9, Math.Exp(model.Weights[(4 * 2) + 1]), 1e-6);
        Assert.Equal(3.0 / 4, Math.Exp(model.Biases[0]), 1e-6);
    }
}
