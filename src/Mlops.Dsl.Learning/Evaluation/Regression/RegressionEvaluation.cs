using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>A model on the rows with one value of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="IsSmall">Whether there are fewer rows than <see cref="EvaluationOptions.MinimumSliceRows"/>.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
/// <param name="RSquared">The coefficient of determination.</param>
public sealed record RegressionSlice(
    string Column,
    string Value,
    int Rows,
    bool IsSmall,
    MetricInterval MeanAbsoluteError,
    MetricInterval RootMeanSquaredError,
    MetricInterval RSquared
)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Column} = {Value}: {Rows} rows{(IsSmall ? " (few)" : "")}, MAE {MeanAbsoluteError}, RMSE {RootMeanSquaredError}"
        );
}

/// <summary>How far a model that predicts a number is off on rows with known numbers.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
/// <param name="RSquared">1 minus the squared errors divided by the squared differences of the labels from their mean. Undefined where all
/// labels are equal.</param>
/// <param name="MeanAbsolutePercentageError">
/// The mean absolute error divided by the label, 1 being a hundred percent, over the rows whose label is not 0. Undefined where all are.
/// Labels near 0 dominate it, and it
/// favours predictions that are too low: prefer the others.
/// </param>
/// <param name="ZeroLabels">How many rows the percentage error leaves out because their label is 0.</param>
/// <param name="Slices">The same for the rows with each value of the columns that were sliced by.</param>
/// <param name="Confidence">What share of bootstrap samples the intervals cover.</param>
public sealed record RegressionEvaluation(
    int Rows,
    MetricInterval MeanAbsoluteError,
    MetricInterval RootMeanSquaredError,
    MetricInterval RSquared,
    MetricInterval MeanAbsolutePercentageError,
    int ZeroLabels,
    IReadOnlyList<RegressionSlice> Slices,
    double Confidence
)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rows} rows; {Confidence * 100:0.##}% intervals");
        text.Append(CultureInfo.InvariantCulture, $"\n  MAE {MeanAbsoluteError}, RMSE {RootMeanSquaredError}, R2 {RSquared}");
        foreach (var slice in Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {slice}");
        }

        return text.ToString();
    }
}
