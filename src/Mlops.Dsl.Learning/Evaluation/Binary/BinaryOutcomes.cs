namespace Mlops.Dsl;

/// <summary>
/// What was predicted and what was so, ordered by score, the highest first: all metrics of a weighted sample come from one
/// pass.
/// </summary>
internal sealed class BinaryOutcomes
{
    private const double Epsilon = 1.0 / (1L << 52);

    private readonly double[] _scores;
    private readonly bool[] _labels;
    private readonly bool[] _decisions;
    private readonly double[] _losses;
    private readonly double[] _squares;

    public BinaryOutcomes(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores, ReadOnlySpan<bool> decisions)
    {
        var order = new int[scores.Length];
        _scores = new double[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            _scores[i] = -scores[i];
        }

        Array.Sort(_scores, order);
        _labels = new bool[order.Length];
        _decisions = new bool[order.Length];
        _losses = new double[order.Length];
        _squares = new double[order.Length];
        AreProbabilities = true;
        for (var i = 0; i < order.Length; i++)
        {
            var (label, score) = (labels[order[i]], scores[order[i]]);
            (_labels[i], _decisions[i]) = (label, decisions[order[i]]);
            AreProbabilities &= score is >= 0 and <= 1;
            _losses[i] = -Math.Log(Math.Clamp(label ? score : 1 - score, Epsilon, 1 - Epsilon));
            _squares[i] = ((label ? 1 : 0) - score) * ((label ? 1 : 0) - score);
        }
    }

    /// <summary>Whether all scores lie in 0 to 1.</summary>
    public bool AreProbabilities { get; }

    /// <summary>The metrics with their intervals.</summary>
    public MetricInterval[] Measure(EvaluationOptions options) => Bootstrap.Run(_scores.Length, (int)BinaryMetric.Count, Measure, options);

    private void Measure(ReadOnlySpan<int> weights, Span<double> metrics)
    {
        Span<long> counts = stackalloc long[4];
        var (losses, squares) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            counts[(_labels[i] ? 1 : 0) + (_decisions[i] ? 2 : 0)] += weights[i];
            losses += weights[i] * _losses[i];
            squares += weights[i] * _squares[i];
        }

        var (trueNegatives, falseNegatives) = ((double)counts[0], (double)counts[1]);
        var (falsePositives, truePositives) = ((double)counts[2], (double)counts[3]);
        var rows = trueNegatives + falseNegatives + falsePositives + truePositives;
        var (positives, negatives) = (truePositives + falseNegatives, trueNegatives + falsePositives);
        (metrics[(int)BinaryMetric.Auc], metrics[(int)BinaryMetric.AveragePrecision]) = Areas(weights, positives, negatives);

        // 0 / 0 is NaN: undefined.
        metrics[(int)BinaryMetric.Accuracy] = (truePositives + trueNegatives) / rows;
        metrics[(int)BinaryMetric.Precision] = truePositives / (truePositives + falsePositives);
        metrics[(int)BinaryMetric.Recall] = truePositives / positives;
        metrics[(int)BinaryMetric.FalsePositiveRate] = falsePositives / negatives;
        metrics[(int)BinaryMetric.F1] = 2 * truePositives / ((2 * truePositives) + falsePositives + falseNegatives);
        metrics[(int)BinaryMetric.LogLoss] = AreProbabilities ? losses / rows : double.NaN;
        metrics[(int)BinaryMetric.Brier] = AreProbabilities ? squares / rows : double.NaN;
        metrics[(int)BinaryMetric.SelectionRate] = (truePositives + falsePositives) / rows;
    }

    private (double Auc, double AveragePrecision) Areas(ReadOnlySpan<int> weights, double positives, double negatives)
    {
        var (above, aboveNegatives, pairs, precision) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Length; )
        {
            var (tiedPositives, tiedNegatives) = (0L, 0L);
            var score = _scores[i];
            for (; i < weights.Length && _scores[i] == score; i++)
            {
                if (_labels[i])
                {
                    tiedPositives += weights[i];
                }
                else
                {
                    tiedNegatives += weights[i];
                }
            }

            pairs += tiedNegatives * (above + (tiedPositives / 2.0));
            above += tiedPositives;
            aboveNegatives += tiedNegatives;
            precision += tiedPositives == 0 ? 0 : tiedPositives * above / (above + aboveNegatives);
        }

        return (pairs / (positives * negatives), precision / positives);
    }
}
