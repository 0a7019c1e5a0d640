namespace Mlops.Dsl;

/// <summary>The rows of one slice.</summary>
internal sealed record Slice(string Column, string Value, int[] Rows)
{
    /// <summary>The items of the slice's rows.</summary>
    public T[] Take<T>(ReadOnlySpan<T> items)
    {
        var taken = new T[Rows.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = items[Rows[i]];
        }

        return taken;
    }
}

/// <summary>Cuts rows by the values of columns.</summary>
internal static class Slices
{
    private const int MostValues = 100;

    /// <summary>The slices of a column, in the order of their values.</summary>
    /// <exception cref="ArgumentException">The column has another number of rows, or too many values.</exception>
    public static List<Slice> Of(SliceColumn column, int rows)
    {
        if (column.Values.Count != rows)
        {
            throw new ArgumentException($"The slice column '{column.Name}' has {column.Values.Count} values for {rows} rows.");
        }

        var slices = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < rows; i++)
        {
            if (!slices.TryGetValue(column.Values[i], out var slice))
            {
                slices.Add(column.Values[i], slice = []);
                if (slices.Count > MostValues)
                {
                    throw new ArgumentException(
                        $"The column '{column.Name}' has more than {MostValues} values: too many to slice by. "
                            + "Slice by a column with few, such as age in groups."
                    );
                }
            }

            slice.Add(i);
        }

        return [.. slices.Select(slice => new Slice(column.Name, slice.Key, [.. slice.Value]))];
    }

    /// <summary>The slices of all columns.</summary>
    public static IEnumerable<Slice> Of(IReadOnlyList<SliceColumn> columns, int rows) => columns.SelectMany(column => Of(column, rows));
}
