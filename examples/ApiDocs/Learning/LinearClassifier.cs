using ApiDocs.Features;

namespace ApiDocs.Learning;

/// <summary>Scores each label by a weighted sum of a row's columns. Logistic regression and naive Bayes both end as one.</summary>
/// <param name="Labels">The labels, in ordinal order.</param>
/// <param name="Weights">The weight of column c for label k at <c>c * Labels.Length + k</c>.</param>
/// <param name="Biases">The score of each label before any column is seen.</param>
public sealed record LinearClassifier(string[] Labels, float[] Weights, float[] Biases)
{
    /// <summary>Adds up the scores of a row.</summary>
    /// <param name="row">Columns and values.</param>
    /// <param name="scores">Receives one score for each label.</param>
    internal void Score(SparseRow row, Span<float> scores)
    {
        Biases.CopyTo(scores);
        for (var i = 0; i < row.Columns.Length; i++)
        {
            var weights = Weights.AsSpan(row.Columns[i] * Labels.Length, Labels.Length);
            for (var label = 0; label < weights.Length; label++)
            {
                scores[label] += weights[label] * row.Values[i];
            }
        }
    }

    /// <summary>The label with the highest score for each row; of equal ones the first.</summary>
    internal string[] Predict(SparseRows rows)
    {
        var predictions = new string[rows.Count];
        var scores = new float[Labels.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            Score(rows[row], scores);
            var best = 0;
            for (var label = 1; label < scores.Length; label++)
            {
                best = scores[label] > scores[best] ? label : best;
            }

            predictions[row] = Labels[best];
        }

        return predictions;
    }
}
