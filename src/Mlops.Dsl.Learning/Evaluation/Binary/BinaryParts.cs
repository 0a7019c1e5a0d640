using System.Globalization;

namespace Mlops.Dsl;

/// <summary>How often a binary model was right and wrong.</summary>
/// <param name="TruePositives">Yes, and it was so.</param>
/// <param name="FalsePositives">Yes, and it was not so.</param>
/// <param name="FalseNegatives">No, and it was so.</param>
/// <param name="TrueNegatives">No, and it was not so.</param>
public sealed record BinaryConfusion(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives);

/// <summary>How well predicted probabilities between two bounds hold.</summary>
/// <param name="Low">The lower bound, which belongs to the bin.</param>
/// <param name="High">The upper bound, which belongs to the next bin, or to the last.</param>
/// <param name="Rows">How many rows were predicted so; bins without rows are left out.</param>
/// <param name="MeanPrediction">What was predicted on average.</param>
/// <param name="PositiveShare">For which share of the rows it was so.</param>
public sealed record CalibrationBin(double Low, double High, int Rows, double MeanPrediction, double PositiveShare);

/// <summary>A binary model on the rows with one value of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="Positives">How many of them are positive.</param>
/// <param name="IsSmall">Whether there are fewer rows than <see cref="EvaluationOptions.MinimumSliceRows"/>.</param>
/// <param name="SelectionRate">The share of the rows for which the model says yes.</param>
/// <param name="Accuracy">The share of the rows for which it is right.</param>
/// <param name="Precision">The share of its yeses that are right.</param>
/// <param name="Recall">The share of the positive rows that it finds (the true positive rate).</param>
/// <param name="FalsePositiveRate">The share of the negative rows for which it says yes.</param>
/// <param name="F1">The harmonic mean of precision and recall.</param>
/// <param name="Auc">The area under the ROC curve.</param>
public sealed record BinarySlice(
    string Column,
    string Value,
    int Rows,
    int Positives,
    bool IsSmall,
    MetricInterval SelectionRate,
    MetricInterval Accuracy,
    MetricInterval Precision,
    MetricInterval Recall,
    MetricInterval FalsePositiveRate,
    MetricInterval F1,
    MetricInterval Auc
)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Column} = {Value}: {Rows} rows{(IsSmall ? " (few)" : "")}, "
                + $"accuracy {Accuracy}, recall {Recall}, selection rate {SelectionRate}"
        );
}
