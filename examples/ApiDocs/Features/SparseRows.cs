namespace ApiDocs.Features;

/// <summary>Rows of a matrix that is mostly zeros, in compressed sparse row (CSR) form.</summary>
/// <param name="RowStarts">Where each row starts in the other two arrays, and at the end their length: one more than there are
/// rows.</param>
/// <param name="Columns">Column of each stored value, ascending within a row.</param>
/// <param name="Values">The stored values.</param>
internal sealed record SparseRows(int[] RowStarts, int[] Columns, float[] Values)
{
    /// <summary>How many rows there are.</summary>
    public int Count => RowStarts.Length - 1;

    /// <summary>The columns and values of one row.</summary>
    public SparseRow this[int row]
    {
        get
        {
            var (start, end) = (RowStarts[row], RowStarts[row + 1]);
            return new SparseRow(Columns.AsSpan(start, end - start), Values.AsSpan(start, end - start));
        }
    }
}

/// <summary>A view of one row: columns, and the values in them.</summary>
internal readonly ref struct SparseRow(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
{
    public ReadOnlySpan<int> Columns { get; } = columns;

    public ReadOnlySpan<float> Values { get; } = values;
}
