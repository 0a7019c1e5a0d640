namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises by their names what models are measured by.</summary>
internal static class MeasureNames
{
    // Measures between 0 and 1; those that can be negative, such as R² and Matthews' correlation, are not among them.
    private static readonly string[] Shares =
    [
        "accuracy",
        "precision",
        "recall",
        "f1",
        "f1score",
        "auc",
        "specificity",
        "sensitivity",
        "jaccard",
        "iou",
        "coverage",
        "probability",
    ];

    // Measures that may be any number.
    private static readonly string[] Others = ["mae", "mse", "rmse", "mape", "r2", "mcc", "kappa", "lift", "gain", "brier", "hits", "rate"];

    /// <summary>Whether a name is that of a measure: <c>F1</c>, <c>TestRecall</c>.</summary>
    public static bool Are(string name) => Shares.Concat(Others).Any(measure => EndsWithMeasure(name, measure));

    /// <summary>Whether a name is that of a measure between 0 and 1.</summary>
    public static bool AreShares(string name) => Array.Exists(Shares, measure => EndsWithMeasure(name, measure));

    /// <summary>Whether the measure is the name, or its last word: <c>MacroF1</c>, <c>testAccuracy</c>.</summary>
    private static bool EndsWithMeasure(string name, string measure) =>
        name.EndsWith(measure, StringComparison.OrdinalIgnoreCase)
        && (
            name.Length == measure.Length
            || char.IsUpper(name[name.Length - measure.Length])
            || !char.IsLetter(name[name.Length - measure.Length - 1])
        );
}
