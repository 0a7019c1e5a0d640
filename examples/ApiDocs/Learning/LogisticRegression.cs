using System.Numerics;
using ApiDocs.Features;

namespace ApiDocs.Learning;

/// <summary>How logistic regression is trained.</summary>
/// <param name="Epochs">Passes over the training rows, at least 1.</param>
/// <param name="LearningRate">Length of the first step; AdaGrad shortens the later ones.</param>
internal sealed record TrainingSettings(int Epochs, double LearningRate);

/// <summary>
/// Multinomial logistic regression: minimises the mean cross-entropy of the softmax of linear scores, one row at a time, with a step length
/// of its own for each weight (AdaGrad: Duchi, Hazan, Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization", JMLR 12, 2011). Rare n-grams so take long steps when they come, which is what sparse text needs.
/// </summary>
/// <remarks>One thread, one order of additions: equal rows, settings and random numbers give equal bytes on any number of cores.</remarks>
internal static class LogisticRegression
{
    // Keeps the first step of a weight finite.
    private const float Epsilon = 1e-6f;

    // Labels are padded to a whole number of vectors: the padding's gradient is zero, so it never learns anything.
    private const int Padding = 16;

    /// <summary>Fits a classifier.</summary>
    /// <param name="rows">The training rows.</param>
    /// <param name="targets">The number of each row's label in <paramref name="labels"/>.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="columns">How many columns a row can have.</param>
    /// <param name="settings">Epochs and learning rate.</param>
    /// <param name="random">Decides in which order an epoch sees the rows.</param>
    /// <param name="epochEnded">Told after each epoch (from 1) the mean cross-entropy in nats, each row measured before it was learned
    /// from.</param>
    /// <param name="cancellation">Looked at between batches of rows.</param>
    public static LinearClassifier Fit(
        SparseRows rows,
        int[] targets,
        string[] labels,
        int columns,
        TrainingSettings settings,
        Random random,
        Action<int, double> epochEnded,
        CancellationToken cancellation
    )
    {
        var stride = (labels.Length + Padding - 1) / Padding * Padding;

        // The last "column" is the bias: a column that every row has.
        var weights = new float[(columns + 1) * stride];
        var squares = new float[weights.Length];
        var rate = (float)settings.LearningRate;
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var gradient = new float[stride];

        for (var epoch = 1; epoch <= settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var row in order)
            {
                if ((row & 0xFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                loss += Differentiate(rows[row], targets[row]);
                Step(rows[row]);
            }

            epochEnded(epoch, loss / rows.Count);
        }

        return Compact(labels, columns, stride, weights);

        double Differentiate(SparseRow row, int target)
        {
            weights.AsSpan(columns * stride, stride).CopyTo(gradient);
            for (var i = 0; i < row.Columns.Length; i++)
            {
                AddScaled(gradient, weights.AsSpan(row.Columns[i] * stride, stride), row.Values[i]);
            }

            Softmax.Apply(gradient.AsSpan(0, labels.Length));
            var loss = -Math.Log(Math.Max(gradient[target], float.Epsilon));
            gradient[target] -= 1f;
            return loss;
        }

        void Step(SparseRow row)
        {
            for (var i = 0; i < row.Columns.Length; i++)
            {
                var at = row.Columns[i] * stride;
                Descend(weights.AsSpan(at, stride), squares.AsSpan(at, stride), gradient, row.Values[i], rate);
            }

            Descend(weights.AsSpan(columns * stride, stride), squares.AsSpan(columns * stride, stride), gradient, 1f, rate);
        }
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> weights, float value)
    {
        for (var i = 0; i < sums.Length; i += Vector<float>.Count)
        {
            var sum = new Vector<float>(sums[i..]) + (new Vector<float>(weights[i..]) * value);
            sum.CopyTo(sums[i..]);
        }
    }

    private static void Descend(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float value, float rate)
    {
        for (var i = 0; i < weights.Length; i += Vector<float>.Count)
        {
            var slope = new Vector<float>(gradient[i..]) * value;
            var square = new Vector<float>(squares[i..]) + (slope * slope);
            square.CopyTo(squares[i..]);
            var step = slope * rate / (Vector.SquareRoot(square) + new Vector<float>(Epsilon));
            (new Vector<float>(weights[i..]) - step).CopyTo(weights[i..]);
        }
    }

    private static LinearClassifier Compact(string[] labels, int columns, int stride, float[] weights)
    {
        var compact = new float[columns * labels.Length];
        for (var column = 0; column < columns; column++)
        {
            weights.AsSpan(column * stride, labels.Length).CopyTo(compact.AsSpan(column * labels.Length));
        }

        return new LinearClassifier(labels, compact, weights.AsSpan(columns * stride, labels.Length).ToArray());
    }
}
