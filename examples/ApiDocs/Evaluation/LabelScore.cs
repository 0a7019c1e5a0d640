namespace ApiDocs.Evaluation;

/// <summary>How well one label is predicted.</summary>
/// <param name="Label">The label.</param>
/// <param name="Precision">Share of the rows predicted to have the label that have it; 0 if none is.</param>
/// <param name="Recall">Share of the rows with the label that were predicted to have it; 0 if none has it.</param>
/// <param name="F1">Harmonic mean of precision and recall; 0 if both are.</param>
/// <param name="Support">How many rows have the label.</param>
public sealed record LabelScore(string Label, double Precision, double Recall, double F1, int Support)
{
    /// <summary>Scores a label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="right">Rows that have the label and were predicted to.</param>
    /// <param name="predicted">Rows that were predicted to have the label.</param>
    /// <param name="support">Rows that have the label.</param>
    internal static LabelScore Of(string label, int right, int predicted, int support) =>
        new(label, Ratio(right, predicted), Ratio(right, support), Ratio(2 * right, predicted + support), support);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}
