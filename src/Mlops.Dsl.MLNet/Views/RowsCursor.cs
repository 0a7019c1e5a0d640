using Microsoft.ML;
using Microsoft.ML.Data;

namespace Mlops.Dsl.MLNet.Views;

/// <summary>Goes through every nth row, from an offset: n cursors share the rows.</summary>
internal sealed class RowsCursor<TItem> : DataViewRowCursor
{
    private readonly RowsView<TItem> _view;
    private readonly HashSet<int> _active;
    private readonly int _step;
    private readonly Delegate?[] _getters;
    private long _position = -1;
    private long _row;
    private bool _ended;

    public RowsCursor(RowsView<TItem> view, IEnumerable<DataViewSchema.Column> columns, int offset, int step)
    {
        (_view, _step, _row) = (view, step, offset - step);
        _active = [.. columns.Select(static column => column.Index)];
        _getters = new Delegate?[view.Schema.Count];
    }

    public TItem Current { get; private set; } = default!;

    public override long Position => _ended ? -1 : _position;

    // The number of the batch tells who merges cursors where the rows go.
    public override long Batch => Math.Max(_row, 0);

    public override DataViewSchema Schema => _view.Schema;

    public override bool MoveNext()
    {
        _view.Cancellation.ThrowIfCancellationRequested();
        _row += _step;
        _position++;
        _ended = _row >= _view.Rows.Count;
        if (_ended)
        {
            return false;
        }

        Current = _view.Rows[(int)_row];
        return true;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
        {
            throw new ArgumentOutOfRangeException(nameof(column), column.Name, "The column was not asked for when the cursor was made.");
        }

        return (_getters[column.Index] ??= _view.Columns[column.Index].Getter(this)) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"The column '{column.Name}' holds {column.Type.RawType}, not {typeof(TValue)}.");
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_row, 0);
}
