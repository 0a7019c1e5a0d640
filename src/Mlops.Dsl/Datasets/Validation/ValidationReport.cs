namespace Mlops.Dsl;

/// <summary>What validation found. It travels with the rows that passed.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class ValidationReport<T>
{
    /// <summary>How many rejected rows are kept; all are counted.</summary>
    public const int MaximumRejects = 1000;

    internal ValidationReport(
        int rowsRead,
        int rowsRejected,
        IReadOnlyList<RejectedRow<T>> rejects,
        IReadOnlyList<BrokenConstraint> brokenConstraints
    )
    {
        RowsRead = rowsRead;
        RowsRejected = rowsRejected;
        Rejects = rejects;
        BrokenConstraints = brokenConstraints;
    }

    /// <summary>How many rows were validated.</summary>
    public int RowsRead { get; }

    /// <summary>How many of them are quarantined.</summary>
    public int RowsRejected { get; }

    /// <summary>How many of them are valid.</summary>
    public int RowsAccepted => RowsRead - RowsRejected;

    /// <summary>The share of the rows that is quarantined, 0 to 1; 0 where there were none.</summary>
    public double InvalidShare => RowsRead == 0 ? 0 : (double)RowsRejected / RowsRead;

    /// <summary>The first <see cref="MaximumRejects"/> quarantined rows, in order.</summary>
    public IReadOnlyList<RejectedRow<T>> Rejects { get; }

    /// <summary>The constraints that were broken, the most broken first.</summary>
    public IReadOnlyList<BrokenConstraint> BrokenConstraints { get; }

    /// <inheritdoc />
    public override string ToString() => $"{RowsAccepted} of {RowsRead} rows are valid";
}
