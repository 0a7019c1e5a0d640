namespace ApiDocs.Evaluation;

/// <summary>What a model has to beat, measured on the same rows.</summary>
public sealed record Baselines(ClassificationMetrics NaiveBayes, ClassificationMetrics Majority)
{
    /// <summary>The higher macro F1 of the two, 0 to 1.</summary>
    public double BestMacroF1 => Math.Max(NaiveBayes.MacroF1, Majority.MacroF1);

    /// <summary>The higher accuracy of the two, 0 to 1.</summary>
    public double BestAccuracy => Math.Max(NaiveBayes.Accuracy, Majority.Accuracy);
}
