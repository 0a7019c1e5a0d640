namespace Mlops.Dsl;

/// <summary>The positions of binary metrics in a row of them.</summary>
internal enum BinaryMetric
{
    Auc,
    AveragePrecision,
    Accuracy,
    Precision,
    Recall,
    FalsePositiveRate,
    F1,
    LogLoss,
    Brier,
    SelectionRate,
    Count,
}
