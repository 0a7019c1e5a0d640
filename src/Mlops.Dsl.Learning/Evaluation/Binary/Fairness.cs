namespace Mlops.Dsl;

/// <summary>How differently a model treats the groups of one protected column.</summary>
/// <param name="Column">The column.</param>
/// <param name="EqualizedOddsDifference">See <see cref="FairnessEvaluation"/>.</param>
/// <param name="DemographicParityDifference">See <see cref="FairnessEvaluation"/>.</param>
/// <param name="Groups">The groups that were compared.</param>
/// <param name="LeftOut">The groups that have too few rows to be compared.</param>
public sealed record ColumnFairness(
    string Column,
    MetricInterval EqualizedOddsDifference,
    MetricInterval DemographicParityDifference,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> LeftOut
)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var without = LeftOut.Count == 0 ? "" : $"; too few rows to compare: {string.Join(", ", LeftOut)}";
        return $"{Column} ({string.Join(", ", Groups)}): equalized odds difference {EqualizedOddsDifference}, "
            + $"demographic parity difference {DemographicParityDifference}{without}";
    }
}

/// <summary>
/// How differently a model treats groups of people. Both differences are 0 where it treats all alike, and 1 at worst; undefined where no
/// protected column was sliced
/// by, or fewer than two groups can be compared. A difference is never negative, so that its interval says how large it may be, and not
/// whether there is any.
/// </summary>
/// <param name="EqualizedOddsDifference">
/// The greater of two differences: between the greatest and the least true positive rate of the groups, and the same of false positive
/// rates (Hardt, Price, Srebro, Equality of Opportunity in
/// Supervised Learning, NeurIPS 2016; the difference as in Fairlearn, Weerts and others, JMLR 24, 2023). Of several columns, the worst.
/// </param>
/// <param name="DemographicParityDifference">
/// The difference between the greatest and the least selection rate of the groups (Agarwal and others, A Reductions Approach to Fair
/// Classification, ICML 2018). Of several columns, the worst.
/// </param>
/// <param name="Columns">Each protected column that was sliced by.</param>
public sealed record FairnessEvaluation(
    MetricInterval EqualizedOddsDifference,
    MetricInterval DemographicParityDifference,
    IReadOnlyList<ColumnFairness> Columns
)
{
    /// <inheritdoc />
    public override string ToString() => Columns.Count == 0 ? "no protected column was sliced by" : string.Join("\n  ", Columns);
}
