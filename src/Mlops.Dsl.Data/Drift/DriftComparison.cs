namespace Mlops.Dsl;

/// <summary>Compares later rows with a profile.</summary>
public static class DriftComparison
{
    /// <summary>
    /// Compares rows with the profile, by the columns that both have: the rows may be of another type than the profile's, such as a view
    /// of it. Keys and times are left out: they are never the same again.
    /// </summary>
    /// <typeparam name="T">The profile's row type.</typeparam>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="profile">The reference.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="thresholds">What counts as drift; null stands for the defaults.</param>
    /// <exception cref="ArgumentException">The two have no column in common, or one that is a number here and a category there.</exception>
    public static DriftReport CompareTo<T, TRow>(this Profile<T> profile, IEnumerable<TRow> rows, DriftThresholds? thresholds = null)
        where T : notnull
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(rows);
        thresholds ??= new DriftThresholds();
        thresholds.Validate();
        var list = rows as IReadOnlyCollection<TRow> ?? [.. rows];
        var reader = new ColumnReader<TRow>(list);
        var columns = new List<ColumnDrift>();
        foreach (var reference in profile.Columns)
        {
            if (
                TRow.Schema.Columns.FirstOrDefault(column => column.Name == reference.Name) is
                { Role: not (ColumnRole.Key or ColumnRole.Time) } column
            )
            {
                columns.Add(ColumnComparison.Compare(reference, column.Accept(reader), thresholds));
            }
        }

        return columns.Count > 0
            ? new DriftReport(profile.Rows, list.Count, columns, thresholds)
            : throw new ArgumentException(
                $"{typeof(TRow).Name} has no column of {typeof(T).Name}'s profile: "
                    + $"{string.Join(", ", profile.Columns.Select(static column => column.Name))}.",
                nameof(rows)
            );
    }

    /// <summary>Compares what was served with the profile: the inputs, by the columns that both have.</summary>
    /// <typeparam name="T">The profile's row type.</typeparam>
    /// <typeparam name="TInput">What is sent to the service.</typeparam>
    /// <typeparam name="TPrediction">What it predicts.</typeparam>
    /// <param name="profile">The reference.</param>
    /// <param name="traffic">What was served.</param>
    /// <param name="thresholds">What counts as drift; null stands for the defaults.</param>
    /// <inheritdoc cref="CompareTo{T, TRow}(Profile{T}, IEnumerable{TRow}, DriftThresholds?)" path="/exception" />
    public static DriftReport CompareTo<T, TInput, TPrediction>(
        this Profile<T> profile,
        Served<TInput, TPrediction> traffic,
        DriftThresholds? thresholds = null
    )
        where T : notnull
        where TInput : IRow<TInput>
    {
        ArgumentNullException.ThrowIfNull(traffic);
        return profile.CompareTo(traffic.Select(static row => row.Input).ToArray(), thresholds);
    }
}
