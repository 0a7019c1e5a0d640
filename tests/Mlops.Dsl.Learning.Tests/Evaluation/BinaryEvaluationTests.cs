namespace Mlops.Dsl.Learning.Tests.Evaluation;

public sealed class BinaryEvaluationTests
{
    private const double Tolerance = 1e-12;
    private static readonly (bool[] Labels, double[] Scores, string[] Groups) Data = Fixture.Binary();
    private static readonly BinaryEvaluation Sample = Evaluator.Binary(
        Data.Labels,
        Data.Scores,
        [new SliceColumn("Group", Data.Groups, IsProtected: true)]
    );

    [Fact]
    public void Metrics_are_those_of_scikit_learn()
    {
        Assert.Equal((200, 98, 0.5), (Sample.Rows, Sample.Positives, Sample.Threshold));
        Assert.Equal(new BinaryConfusion(70, 38, 28, 64), Sample.Confusion);
        Assert.Equal(0.7569027611044418, Sample.Auc.Value, Tolerance);
        Assert.Equal(0.7511950434147366, Sample.AveragePrecision.Value, Tolerance);
        Assert.Equal(0.67, Sample.Accuracy.Value, Tolerance);
        Assert.Equal(0.6481481481481481, Sample.Precision.Value, Tolerance);
        Assert.Equal(0.7142857142857143, Sample.Recall.Value, Tolerance);
        Assert.Equal(0.6796116504854369, Sample.F1.Value, Tolerance);
        Assert.Equal(0.6156730555973527, Sample.LogLoss.Value, Tolerance);
        Assert.Equal(0.2084645, Sample.Brier.Value, Tolerance);
    }

    [Fact]
    public void Calibration_is_that_of_bins_of_equal_width()
    {
        Assert.Equal([16, 20, 27, 18, 11, 16, 30, 24, 13, 25], Sample.Calibration.Select(static bin => bin.Rows));
        Assert.Equal(0.25222222222222224, Sample.Calibration[2].MeanPrediction, Tolerance);
        Assert.Equal(0.25925925925925924, Sample.Calibration[2].PositiveShare, Tolerance);
        Assert.Equal(0.09024999999999998, Sample.CalibrationError, Tolerance);
    }

    [Fact]
    public void Slices_and_differences_between_groups_are_those_of_numpy()
    {
        Assert.Equal(
            [("A", 73, 32), ("B", 65, 34), ("C", 62, 32)],
            Sample.Slices.Select(static slice => (slice.Value, slice.Rows, slice.Positives))
        );
        var second = Sample.Slices[1];
        Assert.Equal(0.6307692307692307, second.SelectionRate.Value, Tolerance);
        Assert.Equal(0.7941176470588235, second.Recall.Value, Tolerance);
        Assert.Equal(0.45161290322580644, second.FalsePositiveRate.Value, Tolerance);
        Assert.Equal(0.7234345351043643, second.Auc.Value, Tolerance);
        Assert.Equal(0.18494623655913978, Sample.Fairness.EqualizedOddsDifference.Value, Tolerance);
        Assert.Equal(0.14689826302729525, Sample.Fairness.DemographicParityDifference.Value, Tolerance);
        Assert.Equal(["A", "B", "C"], Assert.Single(Sample.Fairness.Columns).Groups);
    }

    [Fact]
    public void Intervals_are_near_those_of_a_bootstrap_with_numpy()
    {
        // numpy, 20,000 samples for the accuracy and 5,000 for the others; a thousand samples leave about two hundredths.
        Near(0.605, 0.735, Sample.Accuracy);
        Near(0.68822059, 0.82142722, Sample.Auc);
        Near(0.10293175, 0.43676029, Sample.Fairness.EqualizedOddsDifference);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_others()
    {
        Assert.Equal(
            Sample.ToString(),
            Evaluator.Binary(Data.Labels, Data.Scores, [new SliceColumn("Group", Data.Groups, IsProtected: true)]).ToString()
        );
        var other = Evaluator.Binary(Data.Labels, Data.Scores, options: new EvaluationOptions { Seed = 1 });
        Assert.Equal(Sample.Auc.Value, other.Auc.Value);
        Assert.NotEqual(Sample.Auc, other.Auc);
    }

    [Fact]
    public void The_interval_covers_the_truth_about_as_often_as_it_says()
    {
        var random = new Random(5);
        var covered = 0;
        for (var trial = 0; trial < 200; trial++)
        {
            var labels = new bool[150];
            var scores = new double[150];
            for (var i = 0; i < labels.Length; i++)
            {
                (labels[i], scores[i]) = (true, random.NextDouble() < 0.8 ? 1 : 0);
            }

            var accuracy = Evaluator.Binary(labels, scores, options: new EvaluationOptions { Seed = trial, Resamples = 200 }).Accuracy;
            covered += accuracy.Low <= 0.8 && accuracy.High >= 0.8 ? 1 : 0;
        }

        Assert.InRange(covered, 175, 200);
    }

    [Fact]
    public void One_class_only_leaves_the_area_undefined_and_says_so()
    {
        var evaluation = Evaluator.Binary([true, true, true], [0.2, 0.7, 0.9]);
        Assert.Equal(MetricInterval.Undefined, evaluation.Auc);
        Assert.Equal((1.0, 2 / 3.0), (evaluation.AveragePrecision.Value, evaluation.Recall.Value));
        Assert.Contains("AUC undefined: one class only", evaluation.ToString(), StringComparison.Ordinal);
        Assert.False(Evaluator.Binary([false, false], [0.2, 0.7]).Recall.IsDefined);
        Assert.False(Evaluator.Binary([false, true], [0.2, 0.3]).Precision.IsDefined);
    }

    [Fact]
    public void Ties_count_half()
    {
        Assert.Equal(0.5, Evaluator.Binary([true, false, true, false], [0.5, 0.5, 0.5, 0.5]).Auc.Value);
        Assert.Equal(0.75, Evaluator.Binary([true, true, false, false], [0.9, 0.5, 0.5, 0.5]).Auc.Value);
        Assert.Equal(
            (1.0, 1.0),
            (Evaluator.Binary([true, false], [1, 0]).Auc.Value, Evaluator.Binary([true, false], [1, 0]).AveragePrecision.Value)
        );
        Assert.Equal(0, Evaluator.Binary([true, false], [0, 1]).Auc.Value);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_no_log_loss()
    {
        var evaluation = Evaluator.Binary([true, false], [3, -2], options: new EvaluationOptions { Threshold = 0 });
        Assert.Equal(
            (1.0, 1.0, false, false),
            (evaluation.Auc.Value, evaluation.Accuracy.Value, evaluation.LogLoss.IsDefined, evaluation.Brier.IsDefined)
        );
        Assert.Equal((0, double.NaN), (evaluation.Calibration.Count, evaluation.CalibrationError));
    }

    [Fact]
    public void Certainty_that_is_wrong_has_a_finite_loss() =>
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), Evaluator.Binary([true], [0]).LogLoss.Value, Tolerance);

    [Fact]
    public void What_the_model_decides_itself_counts()
    {
        var evaluation = Evaluator.Binary([true, false], [0.2, 0.1], [true, false]);
        Assert.Equal((1.0, double.NaN), (evaluation.Accuracy.Value, evaluation.Threshold));
    }

    [Fact]
    public void Small_groups_are_marked_and_not_compared()
    {
        var groups = Data
            .Groups.Select(
                static (group, i) =>
                    i < 5 ? "few"
                    : group == "A" ? "A"
                    : "B"
            )
            .ToArray();
        var evaluation = Evaluator.Binary(Data.Labels, Data.Scores, [new SliceColumn("Sex", groups, IsProtected: true)]);
        var fairness = Assert.Single(evaluation.Fairness.Columns);
        Assert.Equal(
            (["A", "B"], ["few"]),
            (fairness.Groups, fairness.LeftOut),
            EqualityComparer<(IReadOnlyList<string>, IReadOnlyList<string>)>.Create(
                (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2)
            )
        );
        Assert.Equal([false, false, true], evaluation.Slices.Select(static slice => slice.IsSmall));
        Assert.Contains("too few rows to compare: few", evaluation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_protected_column_differences_are_undefined_and_a_gate_refuses()
    {
        var evaluation = Evaluator.Binary(Data.Labels, Data.Scores, [new SliceColumn("Group", Data.Groups)]);
        Assert.False(GateResult.AtMost(evaluation.Fairness.EqualizedOddsDifference.High, 0.1).Passed);
        Assert.Equal(3, evaluation.Slices.Count);
        Assert.False(
            Evaluator
                .Binary([true, false], [1, 0], [new SliceColumn("Sex", ["m", "m"], IsProtected: true)])
                .Fairness.DemographicParityDifference.IsDefined
        );
    }

    [Fact]
    public void What_can_not_be_evaluated_is_refused_with_a_reason()
    {
        Refused("There are no rows", () => Evaluator.Binary([], []));
        Refused("2 labels and 1 scores", () => Evaluator.Binary([true, false], [1]));
        Refused("The score of row 1 is NaN", () => Evaluator.Binary([true, false], [1, double.NaN]));
        Refused("has 1 values for 2 rows", () => Evaluator.Binary([true, false], [1, 0], [new SliceColumn("Sex", ["m"])]));
        var ids = Enumerable.Range(0, 101).Select(static i => $"{i}").ToArray();
        Refused("has more than 100 values", () => Evaluator.Binary(new bool[101], new double[101], [new SliceColumn("Id", ids)]));
        Refused("share between 0 and 1", () => Evaluator.Binary([true], [1], options: new EvaluationOptions { Confidence = 1 }));
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static void Near(double low, double high, MetricInterval interval)
    {
        Assert.Equal(low, interval.Low, 0.025);
        Assert.Equal(high, interval.High, 0.025);
    }
}
