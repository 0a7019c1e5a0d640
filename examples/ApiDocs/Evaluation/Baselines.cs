namespace ApiDocs.Evaluation;

/// <summary>What a model has to beat, measured on the same rows.</summary>
public sealed record Baselines(ClassificationMetrics NaiveBayes, ClassificationMetrics Majority);
