using Mlops.Dsl.Learning.Tests.Evaluation;

namespace Mlops.Dsl.Learning.Tests.Models;

public sealed class ModelEvaluationTests
{
    private static readonly Model<Query, Verdict> Model = Model<Query, Verdict>.FromOnnx(SigmoidGraph.Bytes);

    [Fact]
    public void A_model_is_evaluated_as_its_predictions_are()
    {
        var rows = Cases();
        var evaluation = Model.Evaluate(rows, slices: [Case.SiteColumn], seed: 3);
        var scores = rows.Select(static row => (double)(1 / (1 + MathF.Exp(-row.Signal)))).ToArray();
        var expected = Evaluator.Binary(
            [.. rows.Select(static row => row.Ill)],
            scores,
            [new SliceColumn("Site", [.. rows.Select(static row => row.Site ?? "(missing)")], IsProtected: true)],
            new() { Seed = 3 }
        );

        // ONNX Runtime's sigmoid is off by a few units in the last place of a float.
        Assert.Equal(expected.LogLoss.Value, evaluation.LogLoss.Value, 1e-6);
        Assert.Equal(expected.Auc.Value, evaluation.Auc.Value, 1e-3);
        Assert.Equal(expected.Confusion, evaluation.Confusion);
        Assert.Equal(expected.Accuracy, evaluation.Accuracy);
        Assert.Equal(expected.Fairness.EqualizedOddsDifference, evaluation.Fairness.EqualizedOddsDifference);
        Assert.Equal(["(missing)", "A", "B"], evaluation.Slices.Select(static slice => slice.Value));
        Assert.True(evaluation.Auc.Value > 0.7);
    }

    [Fact]
    public void A_model_of_numbers_is_evaluated_by_its_score()
    {
        var rows = UnitTestDatasets.TestSet(new Measure(0, 0.5), new Measure(0, 1.5), new Measure(100, 1), new Measure(-100, 0));
        var evaluation = Model<Query, Estimate>.FromOnnx(SigmoidGraph.Bytes).EvaluateNumber(rows);
        Assert.Equal(0.25, evaluation.MeanAbsoluteError.Value, 1e-6);
        Assert.Equal(2, evaluation.ZeroLabels + 1);
    }

    [Fact]
    public void Probabilities_of_all_classes_give_a_log_loss_with_its_interval()
    {
        var binary = Model.Evaluate(Cases(), seed: 3);
        var classes = Diagnosis.CreateModel().EvaluateClasses(Cases(), seed: 3);
        Assert.Equal(binary.LogLoss.Value, classes.LogLoss.Value, 1e-6);
        Assert.Equal(["false", "true"], classes.Classes.Select(static one => one.Name));
        Assert.True(classes.LogLoss.Low < classes.LogLoss.Value && classes.LogLoss.Value < classes.LogLoss.High);
    }

    [Fact]
    public void A_class_without_a_probability_is_named() =>
        Refused(
            "0 are named as the class '0.5'",
            () => Diagnosis.CreateModel().EvaluateClasses(UnitTestDatasets.TestSet(new Measure(1, 0.5)))
        );

    [Fact]
    public void Types_that_lack_a_column_are_named()
    {
        Refused(
            "Estimate has no [PredictedLabel] column",
            () => Model<Query, Estimate>.FromOnnx(SigmoidGraph.Bytes).EvaluateClasses(Cases())
        );
        Refused("Measure has no [Label] column of type bool", () => Model.Evaluate(UnitTestDatasets.TestSet(new Measure(0, 0))));
        Refused("Verdict has no [Score] column that is a number", () => Model.EvaluateNumber(UnitTestDatasets.TestSet(new Measure(0, 0))));
    }

    [Fact]
    public void Personal_data_is_not_sliced_by() =>
        Refused("'Person' holds personal data", () => Model.Evaluate(Cases(), slices: [Case.PersonColumn]));

    [Fact]
    public void No_rows_and_scores_that_are_not_finite_are_refused()
    {
        Refused("There are no rows to evaluate", () => Model.Evaluate(UnitTestDatasets.TestSet<Case>()));
        Refused(
            "The score of row 1 is NaN",
            () => Model.Evaluate(UnitTestDatasets.TestSet(new Case(0, "A", "", true), new Case(float.NaN, "A", "", false)))
        );
    }

    private static TestSet<Case> Cases()
    {
        var (labels, scores, groups) = Fixture.Binary();
        return UnitTestDatasets.TestSet(
            labels.Select((label, i) => new Case((float)((scores[i] * 4) - 2), groups[i] == "C" ? null : groups[i], $"{i}", label))
        );
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
