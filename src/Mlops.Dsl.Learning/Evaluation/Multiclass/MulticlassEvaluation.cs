using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>How well a model does on one class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Rows">How many rows are of it.</param>
/// <param name="Precision">The share of the predictions of it that are right. NaN if there are none.</param>
/// <param name="Recall">The share of its rows that are found. NaN if there are none.</param>
/// <param name="F1">The harmonic mean of both. NaN if the class is neither there nor predicted.</param>
public sealed record ClassMetrics(string Name, int Rows, double Precision, double Recall, double F1);

/// <summary>A model on the rows with one value of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="IsSmall">Whether there are fewer rows than <see cref="EvaluationOptions.MinimumSliceRows"/>.</param>
/// <param name="Accuracy">The share of the rows for which the model is right.</param>
/// <param name="MacroF1">The mean F1 of the classes.</param>
public sealed record MulticlassSlice(string Column, string Value, int Rows, bool IsSmall, MetricInterval Accuracy, MetricInterval MacroF1)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Column} = {Value}: {Rows} rows{(IsSmall ? " (few)" : "")}, accuracy {Accuracy}, macro F1 {MacroF1}"
        );
}

/// <summary>How well a model that picks one class of several does on rows with known classes.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Accuracy">The share of the rows for which the model is right.</param>
/// <param name="MacroF1">The mean F1 of the classes that occur or are predicted, each counting alike.</param>
/// <param name="MicroF1">F1 over all classes together; where each row has one class, it equals the accuracy.</param>
/// <param name="LogLoss">The mean over the rows of the negative natural logarithm of the probability of the true class: the cross-entropy
/// (Bishop, Pattern Recognition and Machine Learning, 2006, equation 4.108), divided by the rows. Probabilities are kept 2^-52 away from 0
/// and 1, as scikit-learn's log_loss keeps doubles, so that one that is 0 costs 36 and not infinity. Undefined without
/// probabilities.</param>
/// <param name="Classes">The same class by class, in the order of the classes.</param>
/// <param name="Confusion">How many rows of each class (first index) were predicted as each class (second index).</param>
/// <param name="Slices">The same for the rows with each value of the columns that were sliced by.</param>
/// <param name="Confidence">What share of bootstrap samples the intervals cover.</param>
public sealed record MulticlassEvaluation(
    int Rows,
    MetricInterval Accuracy,
    MetricInterval MacroF1,
    MetricInterval MicroF1,
    MetricInterval LogLoss,
    IReadOnlyList<ClassMetrics> Classes,
    IReadOnlyList<IReadOnlyList<int>> Confusion,
    IReadOnlyList<MulticlassSlice> Slices,
    double Confidence
)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rows} rows, {Classes.Count} classes; {Confidence * 100:0.##}% intervals");
        text.Append(CultureInfo.InvariantCulture, $"\n  accuracy {Accuracy}, macro F1 {MacroF1}, log loss {LogLoss}");
        foreach (var slice in Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {slice}");
        }

        return text.ToString();
    }
}
