using Mlops.Dsl.Columns;

namespace Mlops.Dsl.Sessions;

/// <summary>Puts one column's values of some rows into its input.</summary>
internal abstract class ColumnFeed<TRow>
{
    public abstract void Fill(ReadOnlySpan<TRow> rows);
}

/// <summary>A column of numbers.</summary>
internal sealed class NumberFeed<TRow, T, TElement>(RowColumn<TRow, T> column, NumberBuffer<TElement> input, int position, int width)
    : ColumnFeed<TRow>
    where TElement : unmanaged
{
    private readonly TElement[] _elements = input.Elements;

    public override void Fill(ReadOnlySpan<TRow> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            _elements[(i * width) + position] = Element<TElement>.Of(column.Get(rows[i]));
        }
    }
}

/// <summary>A column of texts.</summary>
internal sealed class TextFeed<TRow>(Func<TRow, string> get, TextBuffer input, int position, int width) : ColumnFeed<TRow>
{
    public override void Fill(ReadOnlySpan<TRow> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            input.Tensor.StringTensorSetElementAt(get(rows[i]).AsSpan(), (i * width) + position);
        }
    }
}

/// <summary>Makes the feed of a column into its input.</summary>
internal readonly struct FeedMaker<TRow>(TensorBuffer input, int position, int width) : IRowColumnVisitor<TRow, ColumnFeed<TRow>>
{
    public ColumnFeed<TRow> Visit<T>(RowColumn<TRow, T> column) =>
        input switch
        {
            NumberBuffer<float> numbers => new NumberFeed<TRow, T, float>(column, numbers, position, width),
            NumberBuffer<double> numbers => new NumberFeed<TRow, T, double>(column, numbers, position, width),
            NumberBuffer<bool> numbers => new NumberFeed<TRow, T, bool>(column, numbers, position, width),
            NumberBuffer<sbyte> numbers => new NumberFeed<TRow, T, sbyte>(column, numbers, position, width),
            NumberBuffer<byte> numbers => new NumberFeed<TRow, T, byte>(column, numbers, position, width),
            NumberBuffer<short> numbers => new NumberFeed<TRow, T, short>(column, numbers, position, width),
            NumberBuffer<ushort> numbers => new NumberFeed<TRow, T, ushort>(column, numbers, position, width),
            NumberBuffer<int> numbers => new NumberFeed<TRow, T, int>(column, numbers, position, width),
            NumberBuffer<uint> numbers => new NumberFeed<TRow, T, uint>(column, numbers, position, width),
            NumberBuffer<long> numbers => new NumberFeed<TRow, T, long>(column, numbers, position, width),
            NumberBuffer<ulong> numbers => new NumberFeed<TRow, T, ulong>(column, numbers, position, width),
            _ => new TextFeed<TRow>(TextOf.Getter(column), (TextBuffer)input, position, width),
        };
}
