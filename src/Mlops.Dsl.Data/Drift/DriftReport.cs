using System.Globalization;

namespace Mlops.Dsl;

/// <summary>How far rows have moved from a profile, column by column.</summary>
/// <param name="ReferenceRows">How many rows the profile is of.</param>
/// <param name="Rows">How many rows were compared with it.</param>
/// <param name="Columns">The columns that both have, in the order of the profile.</param>
/// <param name="Thresholds">What counts as drift.</param>
public sealed record DriftReport(int ReferenceRows, int Rows, IReadOnlyList<ColumnDrift> Columns, DriftThresholds Thresholds)
{
    /// <summary>Whether there are enough rows to tell drift from chance: <see cref="DriftThresholds.MinimumRows"/> on both sides.</summary>
    public bool IsReliable => Math.Min(Rows, ReferenceRows) >= Thresholds.MinimumRows;

    /// <summary>The column that drifted most, by <see cref="ColumnDrift.Severity"/>; the first of equals.</summary>
    public ColumnDrift Worst => Columns.MaxBy(static column => column.Severity)!;

    /// <summary>How many columns drifted.</summary>
    public int DriftedColumns => Columns.Count(static column => column.IsDrifted);

    /// <summary>Whether a column drifted, and there are enough rows to say so.</summary>
    public bool HasDrift => IsReliable && DriftedColumns > 0;

    /// <inheritdoc />
    public override string ToString()
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"{Rows} rows against {ReferenceRows}");
        var doubt = IsReliable
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; fewer than {Thresholds.MinimumRows} rows: not reliable");
        var drifted = Columns.Where(static column => column.IsDrifted).OrderByDescending(static column => column.Severity);
        return DriftedColumns == 0
            ? $"no column drifted ({rows}{doubt}); most moved: {Worst}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{DriftedColumns} of {Columns.Count} columns drifted ({rows}{doubt}): {string.Join(", ", drifted)}"
            );
    }
}
