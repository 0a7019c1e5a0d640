using System.Globalization;
using System.Text;
using ApiDocs.Evaluation;

namespace ApiDocs.Reporting;

/// <summary>Tells a person how good the model is.</summary>
internal static class TextReport
{
    private const int WorstConfusions = 8;
    private const string MostFrequent = "most frequent area";

    /// <summary>The model beside the baselines, the score of each area, and the worst confusions, as lines of text.</summary>
    public static string Write(ClassificationMetrics model, Baselines baselines)
    {
        var text = new StringBuilder();
        var width = Math.Max(MostFrequent.Length, model.Labels.Max(static label => label.Label.Length));

        Line($"The area of {model.Rows:N0} members that were not trained on, predicted from their summaries");
        Line($"");
        Line($"{Pad("")}  accuracy  macro F1");
        foreach (
            var (name, metrics) in new[]
            {
                ("this model", model),
                ("naive Bayes", baselines.NaiveBayes),
                (MostFrequent, baselines.Majority),
            }
        )
        {
            Line($"{Pad(name)}  {Percent(metrics.Accuracy), 8}  {Percent(metrics.MacroF1), 8}");
        }

        Line($"");
        Line($"{Pad("area")}  precision    recall        F1   members");
        foreach (var label in model.Labels.OrderByDescending(static label => label.F1))
        {
            Line(
                $"{Pad(label.Label)}  {Percent(label.Precision), 9} {Percent(label.Recall), 9} {Percent(label.F1), 9} {label.Support, 9:N0}"
            );
        }

        Line($"");
        Line($"worst confusions");
        foreach (var confusion in model.Confusions.Take(WorstConfusions))
        {
            Line($"{confusion.Count, 5:N0} of {confusion.Actual} taken for {confusion.Predicted}");
        }

        return text.ToString();

        string Pad(string cell) => cell.PadRight(width);

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1}%");
}
