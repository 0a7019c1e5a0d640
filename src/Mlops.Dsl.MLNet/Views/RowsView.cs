using Microsoft.ML;

namespace Mlops.Dsl.MLNet.Views;

/// <summary>Rows where they lie, as ML.NET reads them.</summary>
internal class RowsView<TItem> : IDataView
{
    public RowsView(IReadOnlyList<TItem> rows, IReadOnlyList<ColumnSource<TItem>> columns, CancellationToken cancellation)
    {
        (Rows, Columns, Cancellation) = (rows, columns, cancellation);
        var schema = new DataViewSchema.Builder();
        foreach (var column in columns)
        {
            schema.AddColumn(column.Name, column.Type);
        }

        Schema = schema.ToSchema();
    }

    public IReadOnlyList<TItem> Rows { get; }

    public IReadOnlyList<ColumnSource<TItem>> Columns { get; }

    public CancellationToken Cancellation { get; }

    public DataViewSchema Schema { get; }

    // The order of rows is the dataset's, so that a run can be repeated; who wants another asks for a cache or a shuffle of ML.NET's own.
    public bool CanShuffle => false;

    public long? GetRowCount() => Rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new RowsCursor<TItem>(this, columnsNeeded, 0, 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        var count = Math.Clamp(n, 1, Math.Max(1, Rows.Count));
        return [.. Enumerable.Range(0, count).Select(offset => new RowsCursor<TItem>(this, columns, offset, count))];
    }
}
