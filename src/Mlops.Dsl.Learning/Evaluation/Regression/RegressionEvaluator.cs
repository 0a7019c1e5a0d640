namespace Mlops.Dsl;

/// <summary>Evaluates a model that predicts a number.</summary>
internal static class RegressionEvaluator
{
    private const int Metrics = 4;

    public static RegressionEvaluation Evaluate(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> predictions,
        IReadOnlyList<SliceColumn> columns,
        EvaluationOptions options
    )
    {
        var metrics = Measure(labels.ToArray(), predictions.ToArray(), options);
        var slices = new List<RegressionSlice>();
        foreach (var slice in Slices.Of(columns, labels.Length))
        {
            var own = Measure(slice.Take(labels), slice.Take(predictions), options);
            slices.Add(
                new RegressionSlice(
                    slice.Column,
                    slice.Value,
                    slice.Rows.Length,
                    slice.Rows.Length < options.MinimumSliceRows,
                    own[0],
                    own[1],
                    own[2]
                )
            );
        }

        return new RegressionEvaluation(
            labels.Length,
            metrics[0],
            metrics[1],
            metrics[2],
            metrics[3],
            labels.Count(0.0),
            slices,
            options.Confidence
        );
    }

    private static MetricInterval[] Measure(double[] labels, double[] predictions, EvaluationOptions options)
    {
        // Labels are taken from about their mean, so that the differences of large ones are not lost.
        var centre = labels[0];
        for (var i = 1; i < labels.Length; i++)
        {
            centre += (labels[i] - centre) / (i + 1);
        }

        return Bootstrap.Run(labels.Length, Metrics, Measure, options);

        void Measure(ReadOnlySpan<int> weights, Span<double> metrics)
        {
            var (absolute, squared, relative, rest, total) = (0.0, 0.0, 0.0, 0.0, 0.0);
            var nonzero = 0L;
            for (var i = 0; i < weights.Length; i++)
            {
                double weight = weights[i];
                var (error, difference) = (predictions[i] - labels[i], labels[i] - centre);
                absolute += weight * Math.Abs(error);
                squared += weight * error * error;
                rest += weight * difference;
                total += weight * difference * difference;
                if (labels[i] != 0)
                {
                    relative += weight * Math.Abs(error / labels[i]);
                    nonzero += weights[i];
                }
            }

            var spread = total - (rest * rest / weights.Length);
            metrics[0] = absolute / weights.Length;
            metrics[1] = Math.Sqrt(squared / weights.Length);
            metrics[2] = spread > total * 1e-15 && spread > 0 ? 1 - (squared / spread) : double.NaN;
            metrics[3] = relative / nonzero;
        }
    }
}
