using ApiDocs.Evaluation;

namespace ApiDocs.Tests.Evaluation;

public sealed class ClassificationMetricsTests
{
    [Fact]
    public void Scores_are_those_computed_by_hand()
    {
        var metrics = ClassificationMetrics.Of(["a", "a", "a", "b", "b", "c"], ["a", "a", "b", "b", "a", "a"]);

        Assert.Equal(6, metrics.Rows);
        Assert.Equal(0.5, metrics.Accuracy);
        Assert.Equal(
            [new("a", 2 / 4.0, 2 / 3.0, 4 / 7.0, 3), new("b", 1 / 2.0, 1 / 2.0, 1 / 2.0, 2), new("c", 0, 0, 0, 1)],
            metrics.Labels
        );
        Assert.Equal(((4 / 7.0) + 0.5 + 0) / 3, metrics.MacroF1, 1e-12);
    }

    [Fact]
    public void Confusions_are_ordered_by_frequency_then_name()
    {
        var metrics = ClassificationMetrics.Of(["b", "a", "c", "c", "a"], ["a", "b", "a", "a", "a"]);

        Assert.Equal([new("c", "a", 2), new("a", "b", 1), new("b", "a", 1)], metrics.Confusions);
    }

    [Fact]
    public void A_label_that_is_only_predicted_counts_with_no_support()
    {
        var metrics = ClassificationMetrics.Of(["a", "a"], ["a", "x"]);

        Assert.Equal(new LabelScore("x", 0, 0, 0, 0), metrics.Labels[1]);
    }

    [Fact]
    public void Predictions_have_to_match_rows()
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of([], []));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of(["a"], ["a", "b"]));
    }
}
