namespace Mlops.Dsl.Learning.Tests.Evaluation;

public sealed class MulticlassEvaluationTests
{
    private const double Tolerance = 1e-12;
    private static readonly string[] Classes = ["red", "green", "blue"];

    [Fact]
    public void Metrics_are_those_of_scikit_learn()
    {
        var (labels, predictions, probabilities) = Fixture.Multiclass();
        var evaluation = Evaluator.Multiclass(Classes, labels, predictions, probabilities);
        Assert.Equal(
            [
                [48, 3, 4],
                [3, 28, 3],
                [4, 5, 52],
            ],
            evaluation.Confusion
        );
        Assert.Equal(0.8533333333333334, evaluation.Accuracy.Value, Tolerance);
        Assert.Equal(0.8464646464646464, evaluation.MacroF1.Value, Tolerance);
        Assert.Equal(0.8533333333333335, evaluation.MicroF1.Value, Tolerance);
        Assert.Equal(0.6376992529717888, evaluation.LogLoss.Value, Tolerance);
        var green = evaluation.Classes[1];
        Assert.Equal(("green", 34), (green.Name, green.Rows));
        Assert.Equal(0.77777778, green.Precision, 1e-8);
        Assert.Equal(0.82352941, green.Recall, 1e-8);
        Assert.Equal(0.8, green.F1, Tolerance);
        Assert.InRange(evaluation.Accuracy.Low, 0.77, 0.82);
        Assert.InRange(evaluation.Accuracy.High, 0.89, 0.93);
    }

    [Fact]
    public void A_class_that_is_neither_there_nor_predicted_does_not_count()
    {
        var evaluation = Evaluator.Multiclass(Classes, [0, 0, 1], [0, 1, 1]);
        Assert.Equal(2 / 3.0, evaluation.MacroF1.Value, Tolerance);
        Assert.Equal((0, double.NaN), (evaluation.Classes[2].Rows, evaluation.Classes[2].F1));
        Assert.False(evaluation.LogLoss.IsDefined);
    }

    [Fact]
    public void A_true_class_that_was_held_impossible_costs_a_finite_loss()
    {
        var evaluation = Evaluator.Multiclass(Classes, [0, 1], [0, 0], [1, 0, 0, 1, 0, 0]);
        Assert.Equal(52 * Math.Log(2) / 2, evaluation.LogLoss.Value, Tolerance);
        Assert.True(double.IsFinite(evaluation.LogLoss.High));
    }

    [Fact]
    public void Slices_are_evaluated_on_their_own()
    {
        var evaluation = Evaluator.Multiclass(Classes, [0, 1, 2, 0], [0, 1, 0, 1], slices: [new SliceColumn("Side", ["l", "l", "r", "r"])]);
        Assert.Equal(
            [("l", 2, 1.0, true), ("r", 2, 0.0, true)],
            evaluation.Slices.Select(static slice => (slice.Value, slice.Rows, slice.Accuracy.Value, slice.IsSmall))
        );
    }

    [Fact]
    public void What_is_no_class_or_probability_is_refused()
    {
        Refused("The label of row 1 is class 3: 0 to 2 is expected", () => Evaluator.Multiclass(Classes, [0, 3], [0, 0]));
        Refused("The prediction of row 0 is class -1", () => Evaluator.Multiclass(Classes, [0], [-1]));
        Refused("one for each of 3 classes of 1 rows", () => Evaluator.Multiclass(Classes, [0], [0], [1, 0]));
        Refused("A probability of row 0 is NaN", () => Evaluator.Multiclass(Classes, [0], [0], [double.NaN, 0, 1]));
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
