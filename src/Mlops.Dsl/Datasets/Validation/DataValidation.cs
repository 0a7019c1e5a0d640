namespace Mlops.Dsl;

/// <summary>The step from <see cref="Raw{T}"/> to <see cref="Validated{T}"/>.</summary>
public static class DataValidation
{
    /// <summary>Keeps the rows that hold the row type's schema and quarantines the others in <see cref="Validated{T}.Report"/>.</summary>
    /// <param name="rows">The rows as they were read.</param>
    /// <param name="maxInvalidShare">The share of the rows, 0 to 1, that may be invalid; above it the data as a whole is refused.</param>
    /// <exception cref="DataValidationException">More rows are invalid than may be.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxInvalidShare"/> is no share.</exception>
    public static Validated<T> Validate<T>(this Raw<T> rows, double maxInvalidShare = 0)
        where T : notnull, IRow<T> => rows.Validate(T.Schema, maxInvalidShare);

    /// <summary>Keeps the rows that hold a schema and quarantines the others: for row types without <see cref="RowAttribute"/>.</summary>
    /// <inheritdoc cref="Validate{T}(Raw{T}, double)" />
    public static Validated<T> Validate<T>(this Raw<T> rows, RowSchema<T> schema, double maxInvalidShare = 0)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(schema);
        Share.Ensure(maxInvalidShare, 0, 1);
        var validated = new RowValidator<T>(schema).Validate(rows.Storage);
        return validated.Report.InvalidShare <= maxInvalidShare
            ? validated
            : throw DataValidationException.From(validated.Report, maxInvalidShare);
    }
}
