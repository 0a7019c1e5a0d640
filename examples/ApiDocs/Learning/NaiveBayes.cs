using ApiDocs.Features;

namespace ApiDocs.Learning;

/// <summary>
/// Multinomial naive Bayes (McCallum, Nigam: "A Comparison of Event Models for Naive Bayes Text Classification", AAAI workshop 1998):
/// the baseline that every text classifier has to beat.
/// </summary>
internal static class NaiveBayes
{
    /// <summary>Fits a classifier to n-gram counts.</summary>
    /// <param name="rows">The training rows; values are counts.</param>
    /// <param name="targets">The number of each row's label in <paramref name="labels"/>.</param>
    /// <param name="labels">The labels; each has at least one row.</param>
    /// <param name="columns">How many columns a row can have.</param>
    /// <param name="smoothing">Added to every count, so that an unseen n-gram rules nothing out (Lidstone smoothing); above 0.</param>
    public static LinearClassifier Fit(SparseRows rows, int[] targets, string[] labels, int columns, double smoothing)
    {
        var counts = new double[columns * labels.Length];
        var totals = new double[labels.Length];
        var priors = new double[labels.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            var target = targets[row];
            priors[target]++;
            var terms = rows[row];
            for (var i = 0; i < terms.Columns.Length; i++)
            {
                counts[(terms.Columns[i] * labels.Length) + target] += terms.Values[i];
                totals[target] += terms.Values[i];
            }
        }

        var weights = new float[counts.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)Math.Log((counts[i] + smoothing) / (totals[i % labels.Length] + (smoothing * columns)));
        }

        return new LinearClassifier(labels, weights, [.. priors.Select(prior => (float)Math.Log(prior / rows.Count))]);
    }
}
