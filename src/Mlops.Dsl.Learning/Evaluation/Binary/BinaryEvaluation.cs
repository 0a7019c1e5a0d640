using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// How well a model that answers yes or no does on rows with known answers. Metrics that the rows leave undefined are
/// NaN.
/// </summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Positives">How many of them are positive.</param>
/// <param name="Threshold">The score from which on the model says yes; NaN where it said so itself.</param>
/// <param name="Auc">
/// The area under the ROC curve: the chance that a positive row has a higher score than a negative one, ties counting half (Hanley, McNeil,
/// Radiology 143, 1982). Undefined where one class is missing.
/// </param>
/// <param name="AveragePrecision">The sum of precisions at each score, weighted by the recall gained there, without interpolation.
/// Undefined without positive rows.</param>
/// <param name="Accuracy">The share of the rows for which the model is right.</param>
/// <param name="Precision">The share of its yeses that are right. Undefined if it never says yes.</param>
/// <param name="Recall">The share of the positive rows that it finds. Undefined without positive rows.</param>
/// <param name="F1">The harmonic mean of precision and recall. Undefined where there is neither a yes nor a positive row.</param>
/// <param name="LogLoss">The mean negative natural logarithm of the probability of what was so, probabilities kept 2^-52 away from 0 and 1.
/// Undefined for scores outside 0 to 1.</param>
/// <param name="Brier">The mean squared difference between probability and truth (Brier, Monthly Weather Review 78, 1950). Undefined for
/// scores outside 0 to 1.</param>
/// <param name="Confusion">How often the model was right and wrong.</param>
/// <param name="Calibration">How well the probabilities hold, in bins of equal width. Empty for scores outside 0 to 1.</param>
/// <param name="CalibrationError">The mean difference between predicted and true share over the bins, weighted by their rows (Naeini,
/// Cooper, Hauskrecht, AAAI 2015).</param>
/// <param name="Slices">The same for the rows with each value of the columns that were sliced by.</param>
/// <param name="Fairness">How differently the groups of protected columns are treated.</param>
/// <param name="Confidence">What share of bootstrap samples the intervals cover.</param>
public sealed record BinaryEvaluation(
    int Rows,
    int Positives,
    double Threshold,
    MetricInterval Auc,
    MetricInterval AveragePrecision,
    MetricInterval Accuracy,
    MetricInterval Precision,
    MetricInterval Recall,
    MetricInterval F1,
    MetricInterval LogLoss,
    MetricInterval Brier,
    BinaryConfusion Confusion,
    IReadOnlyList<CalibrationBin> Calibration,
    double CalibrationError,
    IReadOnlyList<BinarySlice> Slices,
    FairnessEvaluation Fairness,
    double Confidence
)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rows} rows, {Positives} positive; {Confidence * 100:0.##}% intervals");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n  AUC {Auc}{(Auc.IsDefined ? "" : ": one class only")}, average precision {AveragePrecision}"
        );
        text.Append(CultureInfo.InvariantCulture, $"\n  accuracy {Accuracy}, precision {Precision}, recall {Recall}, F1 {F1}");
        text.Append(CultureInfo.InvariantCulture, $"\n  log loss {LogLoss}, Brier {Brier}");
        foreach (var slice in Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {slice}");
        }

        if (Fairness.Columns.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {Fairness}");
        }

        return text.ToString();
    }
}
