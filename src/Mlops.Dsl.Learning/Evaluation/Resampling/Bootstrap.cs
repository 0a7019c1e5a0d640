namespace Mlops.Dsl;

/// <summary>Computes metrics of rows that count as often as their weights say.</summary>
internal delegate void WeightedMetrics(ReadOnlySpan<int> weights, Span<double> metrics);

/// <summary>
/// Intervals by the percentile bootstrap (Efron, Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): rows are drawn with
/// replacement, as many as there are, again and again; the interval
/// lies between the quantiles of the metric over the samples (definition 7 of Hyndman and Fan, The American Statistician 50, 1996). A
/// sample on which a metric is
/// undefined does not count for it; if that happens to more than half of them, so is the interval.
/// </summary>
internal static class Bootstrap
{
    /// <summary>The metrics with their intervals.</summary>
    public static MetricInterval[] Run(int rows, int metricCount, WeightedMetrics measure, EvaluationOptions options)
    {
        var weights = new int[rows];
        Array.Fill(weights, 1);
        var values = new double[metricCount];
        measure(weights, values);
        var point = (double[])values.Clone();
        var samples = new double[metricCount][];
        for (var metric = 0; metric < metricCount; metric++)
        {
            samples[metric] = new double[options.Resamples];
        }

        for (var sample = 0; sample < options.Resamples; sample++)
        {
            Array.Clear(weights);
            var random = new ResampleRandom(options.Seed, sample);
            for (var i = 0; i < rows; i++)
            {
                weights[random.Next(rows)]++;
            }

            measure(weights, values);
            for (var metric = 0; metric < metricCount; metric++)
            {
                samples[metric][sample] = values[metric];
            }
        }

        return [.. point.Select((value, metric) => Interval(value, samples[metric], options.Confidence))];
    }

    private static MetricInterval Interval(double value, double[] samples, double confidence)
    {
        // NaN is least in the order.
        Array.Sort(samples);
        var defined = samples.AsSpan(samples.AsSpan().Count(double.NaN));
        if (double.IsNaN(value) || defined.Length * 2 < samples.Length)
        {
            return new MetricInterval(value, double.NaN, double.NaN);
        }

        var tail = (1 - confidence) / 2;
        return new MetricInterval(value, Quantile(defined, tail), Quantile(defined, 1 - tail));
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
