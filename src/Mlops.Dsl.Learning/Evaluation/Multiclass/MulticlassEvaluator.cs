using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Evaluates a model that picks one class of several.</summary>
internal static class MulticlassEvaluator
{
    private const double Epsilon = 1.0 / (1L << 52);

    public static MulticlassEvaluation Evaluate(
        IReadOnlyList<string> classes,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<int> predictions,
        ReadOnlySpan<double> probabilities,
        IReadOnlyList<SliceColumn> columns,
        EvaluationOptions options
    )
    {
        EnsureClasses(labels, classes.Count, "label");
        EnsureClasses(predictions, classes.Count, "prediction");
        var losses = Losses(labels, probabilities, classes.Count);
        var outcomes = new MulticlassOutcomes(classes.Count, labels.ToArray(), predictions.ToArray(), losses);
        var metrics = outcomes.Measure(options);
        var slices = new List<MulticlassSlice>();
        foreach (var slice in Slices.Of(columns, labels.Length))
        {
            var own = new MulticlassOutcomes(classes.Count, slice.Take(labels), slice.Take(predictions), []).Measure(options);
            slices.Add(
                new MulticlassSlice(
                    slice.Column,
                    slice.Value,
                    slice.Rows.Length,
                    slice.Rows.Length < options.MinimumSliceRows,
                    own[0],
                    own[1]
                )
            );
        }

        var weights = new int[labels.Length];
        Array.Fill(weights, 1);
        var confusion = outcomes.Confusion(weights);
        var indices = Enumerable.Range(0, classes.Count).ToArray();
        var rows = indices
            .Select(label => (IReadOnlyList<int>)[.. indices.Select(predicted => (int)confusion[label, predicted])])
            .ToArray();
        return new MulticlassEvaluation(
            labels.Length,
            metrics[0],
            metrics[1],
            metrics[2],
            metrics[3],
            [.. indices.Select(Describe)],
            rows,
            slices,
            options.Confidence
        );

        ClassMetrics Describe(int label)
        {
            var (precision, recall, f1) = MulticlassOutcomes.Of(confusion, label);
            return new ClassMetrics(classes[label], rows[label].Sum(), precision, recall, f1);
        }
    }

    private static void EnsureClasses(ReadOnlySpan<int> values, int classes, string what)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)classes)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The {what} of row {i} is class {values[i]}: 0 to {classes - 1} is expected."
                    )
                );
            }
        }
    }

    private static double[] Losses(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        if (probabilities.IsEmpty)
        {
            return [];
        }

        if (probabilities.Length != labels.Length * (long)classes)
        {
            throw new ArgumentException(
                $"There are {probabilities.Length} probabilities: one for each of {classes} classes of {labels.Length} rows is expected.",
                nameof(probabilities)
            );
        }

        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A probability of row {i / classes} is {probabilities[i]}: 0 to 1 is expected."
                    ),
                    nameof(probabilities)
                );
            }
        }

        var losses = new double[labels.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            losses[i] = -Math.Log(Math.Clamp(probabilities[(i * classes) + labels[i]], Epsilon, 1 - Epsilon));
        }

        return losses;
    }
}
