namespace Mlops.Dsl;

/// <summary>What was predicted and what was so, and the metrics of weighted samples of it.</summary>
internal sealed class MulticlassOutcomes(int classes, int[] labels, int[] predictions, double[] losses)
{
    /// <summary>How many metrics there are: accuracy, macro F1, micro F1, log loss.</summary>
    public const int Metrics = 4;

    /// <summary>The metrics with their intervals.</summary>
    public MetricInterval[] Measure(EvaluationOptions options) => Bootstrap.Run(labels.Length, Metrics, Measure, options);

    /// <summary>How many rows of each class were predicted as each class.</summary>
    public long[,] Confusion(ReadOnlySpan<int> weights)
    {
        var confusion = new long[classes, classes];
        for (var i = 0; i < labels.Length; i++)
        {
            confusion[labels[i], predictions[i]] += weights[i];
        }

        return confusion;
    }

    /// <summary>Precision, recall and F1 of a class.</summary>
    public static (double Precision, double Recall, double F1) Of(long[,] confusion, int label)
    {
        var (actual, predicted) = (0L, 0L);
        for (var other = 0; other < confusion.GetLength(0); other++)
        {
            actual += confusion[label, other];
            predicted += confusion[other, label];
        }

        double right = confusion[label, label];
        return (right / predicted, right / actual, 2 * right / (actual + predicted));
    }

    private void Measure(ReadOnlySpan<int> weights, Span<double> metrics)
    {
        var confusion = Confusion(weights);
        var (right, f1, present) = (0L, 0.0, 0);
        for (var label = 0; label < classes; label++)
        {
            right += confusion[label, label];
            var own = Of(confusion, label).F1;
            if (!double.IsNaN(own))
            {
                f1 += own;
                present++;
            }
        }

        var loss = 0.0;
        for (var i = 0; i < losses.Length; i++)
        {
            loss += weights[i] * losses[i];
        }

        metrics[0] = (double)right / labels.Length;
        metrics[1] = f1 / present;

        // Each row is one prediction of one class: over all classes, precision and recall are both the accuracy.
        metrics[2] = metrics[0];
        metrics[3] = losses.Length == 0 ? double.NaN : loss / labels.Length;
    }
}
