namespace Mlops.Dsl;

/// <summary>Makes profiles of rows.</summary>
public static class Profiling
{
    /// <summary>Profiles rows. One column at a time is in memory, as numbers or as its different values.</summary>
    /// <param name="rows">The rows, of any provenance.</param>
    public static Profile<T> Profile<T>(this Dataset<T> rows)
        where T : notnull, IRow<T> => rows.Profile(T.Schema);

    /// <summary>Profiles rows by a schema: for row types without <see cref="RowAttribute">[Row]</see>.</summary>
    /// <param name="rows">The rows, of any provenance.</param>
    /// <param name="schema">Their columns.</param>
    public static Profile<T> Profile<T>(this Dataset<T> rows, RowSchema<T> schema)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(schema);
        var values = new ColumnReader<T>(rows);
        return new Profile<T>(rows.Count, [.. schema.Columns.Select(column => ColumnProfiler.Profile(column, column.Accept(values)))]);
    }
}
