namespace Mlops.Dsl;

/// <summary>Evaluates a model that answers yes or no.</summary>
internal static class BinaryEvaluator
{
    public static BinaryEvaluation Evaluate(
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> decisions,
        double threshold,
        IReadOnlyList<SliceColumn> columns,
        EvaluationOptions options
    )
    {
        var outcomes = new BinaryOutcomes(labels, scores, decisions);
        var metrics = outcomes.Measure(options);
        var slices = new List<BinarySlice>();
        foreach (var slice in Slices.Of(columns, labels.Length))
        {
            slices.Add(Evaluate(slice, slice.Take(labels), slice.Take(scores), slice.Take(decisions), options));
        }

        var calibration = outcomes.AreProbabilities ? Calibration.Of(labels, scores, options.CalibrationBins) : [];
        return new BinaryEvaluation(
            labels.Length,
            labels.Count(true),
            threshold,
            metrics[(int)BinaryMetric.Auc],
            metrics[(int)BinaryMetric.AveragePrecision],
            metrics[(int)BinaryMetric.Accuracy],
            metrics[(int)BinaryMetric.Precision],
            metrics[(int)BinaryMetric.Recall],
            metrics[(int)BinaryMetric.F1],
            metrics[(int)BinaryMetric.LogLoss],
            metrics[(int)BinaryMetric.Brier],
            Confusion(labels, decisions),
            calibration,
            outcomes.AreProbabilities ? Calibration.Error(calibration, labels.Length) : double.NaN,
            slices,
            Fairness(labels.ToArray(), decisions.ToArray(), columns, options),
            options.Confidence
        );
    }

    private static BinarySlice Evaluate(Slice slice, bool[] labels, double[] scores, bool[] decisions, EvaluationOptions options)
    {
        var metrics = new BinaryOutcomes(labels, scores, decisions).Measure(options);
        return new BinarySlice(
            slice.Column,
            slice.Value,
            labels.Length,
            labels.AsSpan().Count(true),
            labels.Length < options.MinimumSliceRows,
            metrics[(int)BinaryMetric.SelectionRate],
            metrics[(int)BinaryMetric.Accuracy],
            metrics[(int)BinaryMetric.Precision],
            metrics[(int)BinaryMetric.Recall],
            metrics[(int)BinaryMetric.FalsePositiveRate],
            metrics[(int)BinaryMetric.F1],
            metrics[(int)BinaryMetric.Auc]
        );
    }

    private static BinaryConfusion Confusion(ReadOnlySpan<bool> labels, ReadOnlySpan<bool> decisions)
    {
        Span<int> counts = stackalloc int[4];
        for (var i = 0; i < labels.Length; i++)
        {
            counts[(labels[i] ? 1 : 0) + (decisions[i] ? 2 : 0)]++;
        }

        return new BinaryConfusion(counts[3], counts[2], counts[1], counts[0]);
    }

    private static FairnessEvaluation Fairness(
        bool[] labels,
        bool[] decisions,
        IReadOnlyList<SliceColumn> columns,
        EvaluationOptions options
    )
    {
        var compared = columns
            .Where(static column => column.IsProtected)
            .Select(column => GroupComparison.Compare(column, labels, decisions, options))
            .ToArray();
        return new FairnessEvaluation(
            Worst(compared, static column => column.EqualizedOddsDifference),
            Worst(compared, static column => column.DemographicParityDifference),
            compared
        );
    }

    private static MetricInterval Worst(ColumnFairness[] columns, Func<ColumnFairness, MetricInterval> metric) =>
        columns
            .Select(metric)
            .Where(static interval => interval.IsDefined)
            .OrderByDescending(static interval => interval.Value)
            .FirstOrDefault(MetricInterval.Undefined);
}
