namespace Mlops.Dsl;

/// <summary>The values of one row on their way into it, by the position of their columns. Not safe for concurrent use.</summary>
public sealed class RowValues
{
    private readonly RowCell[] _cells;

    private RowValues(RowCell[] cells) => _cells = cells;

    /// <summary>The cells, in the order of the columns.</summary>
    public ReadOnlySpan<RowCell> Cells => _cells;

    /// <summary>Makes places for the values of a row.</summary>
    public static RowValues For<TRow>(RowSchema<TRow> schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new RowValues([.. schema.Columns.Select(static column => column.CreateCell())]);
    }

    /// <summary>The value of the column at a position.</summary>
    public T Get<T>(int column) => ((RowCell<T>)_cells[column]).Value;

    /// <summary>Forgets all values.</summary>
    public void Clear() => Array.ForEach(_cells, static cell => cell.Clear());
}
