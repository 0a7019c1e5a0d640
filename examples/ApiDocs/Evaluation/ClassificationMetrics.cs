namespace ApiDocs.Evaluation;

/// <summary>
/// How good predictions are: Sokolova, Lapalme, "A systematic analysis of performance measures for classification tasks", 2009.
/// </summary>
/// <param name="Rows">How many rows were predicted.</param>
/// <param name="Accuracy">Share of the rows that were predicted rightly, 0 to 1.</param>
/// <param name="MacroF1">Mean of the labels' F1, each label counting alike however rare it is, 0 to 1.</param>
/// <param name="Labels">The scores of each label, in ordinal order.</param>
/// <param name="Confusions">What was taken for what, the most frequent first.</param>
public sealed record ClassificationMetrics(int Rows, double Accuracy, double MacroF1, LabelScore[] Labels, Confusion[] Confusions)
{
    /// <summary>Compares predictions with the truth.</summary>
    /// <param name="actual">The true label of each row; at least one row.</param>
    /// <param name="predicted">The predicted label of each row.</param>
    /// <exception cref="ArgumentException">There are no rows, or not as many predictions as rows.</exception>
    public static ClassificationMetrics Of(IReadOnlyList<string> actual, IReadOnlyList<string> predicted)
    {
        if (actual.Count == 0 || actual.Count != predicted.Count)
        {
            throw new ArgumentException(
                $"Expected one prediction for each of at least one row, got {predicted.Count} for {actual.Count} rows.",
                nameof(predicted)
            );
        }

        var cells = actual.Zip(predicted).CountBy(static pair => pair).ToDictionary(static cell => cell.Key, static cell => cell.Value);
        LabelScore[] labels =
        [
            .. actual
                .Concat(predicted)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(label =>
                    LabelScore.Of(
                        label,
                        right: cells.GetValueOrDefault((label, label)),
                        predicted: cells.Where(cell => cell.Key.Second == label).Sum(cell => cell.Value),
                        support: cells.Where(cell => cell.Key.First == label).Sum(cell => cell.Value)
                    )
                ),
        ];
        Confusion[] confusions =
        [
            .. from cell in cells
            where cell.Key.First != cell.Key.Second
            orderby cell.Value descending, cell.Key
            select new Confusion(cell.Key.First, cell.Key.Second, cell.Value),
        ];
        var right = cells.Where(cell => cell.Key.First == cell.Key.Second).Sum(cell => cell.Value);
        return new ClassificationMetrics(
            actual.Count,
            right / (double)actual.Count,
            labels.Average(static label => label.F1),
            labels,
            confusions
        );
    }
}

/// <summary>How often one label was taken for another.</summary>
public sealed record Confusion(string Actual, string Predicted, int Count);
