namespace Mlops.Dsl.Learning.Tests.Evaluation;

public sealed class RegressionEvaluationTests
{
    private const double Tolerance = 1e-11;

    [Fact]
    public void Metrics_are_those_of_scikit_learn()
    {
        var (labels, predictions) = Fixture.Regression();
        var evaluation = Evaluator.Regression(
            labels,
            predictions,
            [new SliceColumn("Half", [.. labels.Select(static (_, i) => i < 60 ? "first" : "second")])]
        );
        Assert.Equal(10.45783333333333, evaluation.MeanAbsoluteError.Value, Tolerance);
        Assert.Equal(12.655792547288373, evaluation.RootMeanSquaredError.Value, Tolerance);
        Assert.Equal(0.9568701815904218, evaluation.RSquared.Value, Tolerance);
        Assert.Equal(1.0653650081575428, evaluation.MeanAbsolutePercentageError.Value, Tolerance);
        Assert.Equal((120, 0, 2), (evaluation.Rows, evaluation.ZeroLabels, evaluation.Slices.Count));
        Assert.True(evaluation.RSquared.Low < evaluation.RSquared.Value && evaluation.RSquared.Value < evaluation.RSquared.High);
    }

    [Fact]
    public void Labels_of_zero_have_no_percentage_error()
    {
        var evaluation = Evaluator.Regression([0, 10], [5, 11]);
        Assert.Equal((0.1, 1), (evaluation.MeanAbsolutePercentageError.Value, evaluation.ZeroLabels));
        Assert.False(Evaluator.Regression([0], [1]).MeanAbsolutePercentageError.IsDefined);
    }

    [Fact]
    public void Labels_that_are_all_equal_leave_r_squared_undefined() =>
        Assert.False(Evaluator.Regression([0.1, 0.1, 0.1], [1, 2, 3]).RSquared.IsDefined);

    [Fact]
    public void Large_labels_keep_their_differences() =>
        Assert.Equal(0.5, Evaluator.Regression([1e9, 1e9 + 1, 1e9 + 2], [1e9, 1e9 + 1, 1e9 + 1]).RSquared.Value, 1e-6);

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        Assert.Contains(
            "The prediction of row 0 is NaN",
            Assert.Throws<ArgumentException>(() => Evaluator.Regression([1], [double.NaN])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The label of row 0 is Infinity",
            Assert.Throws<ArgumentException>(() => Evaluator.Regression([double.PositiveInfinity], [1])).Message,
            StringComparison.Ordinal
        );
    }
}
