using Microsoft.ML;
using Mlops.Dsl.MLNet.Views;

namespace Mlops.Dsl.MLNet;

/// <summary>
/// The rows of a dataset as a data view of ML.NET, without a copy: truth values, numbers and texts as such; a nullable number as a float
/// or double with NaN for what is missing;
/// an enumeration as its name, the empty text where it is missing; a time as its ticks.
/// </summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class RowsDataView<TRow> : IDataView
    where TRow : IRow<TRow>
{
    private readonly RowsView<TRow> _view;

    /// <summary>Shows rows.</summary>
    /// <param name="rows">The rows; they must not change.</param>
    /// <param name="cancellationToken">Ends a pass over the rows.</param>
    /// <exception cref="ModelException">A column has a type that ML.NET has no column type for.</exception>
    public RowsDataView(IReadOnlyList<TRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _view = new RowsView<TRow>(
            rows,
            [
                .. TRow.Schema.Columns.Select(static column =>
                    column.Accept(new SourceMaker<TRow, TRow>(column.Name, OnnxElement.None, static row => row))
                ),
            ],
            cancellationToken
        );
    }

    /// <inheritdoc />
    public DataViewSchema Schema => _view.Schema;

    /// <summary>False: the order of the rows is the dataset's.</summary>
    public bool CanShuffle => false;

    /// <inheritdoc />
    public long? GetRowCount() => _view.GetRowCount();

    /// <summary>A cursor over the rows in their order, whatever <paramref name="rand"/> is.</summary>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        _view.GetRowCursor(columnsNeeded, rand);

    /// <summary>Cursors that share the rows, for as many threads.</summary>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        _view.GetRowCursorSet(columnsNeeded, n, rand);
}
