using Microsoft.ML;
using Microsoft.ML.Data;
using Mlops.Dsl.Columns;

namespace Mlops.Dsl.MLNet.Views;

/// <summary>A column of a data view: its name and type, and how a cursor reads it.</summary>
internal abstract class ColumnSource<TItem>(string name, DataViewType type)
{
    public string Name { get; } = name;

    public DataViewType Type { get; } = type;

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the cursor's current row.</summary>
    public abstract Delegate Getter(RowsCursor<TItem> cursor);
}

/// <summary>A column of numbers.</summary>
internal sealed class NumberSource<TItem, T, TElement>(string name, DataViewType type, Func<TItem, T> get) : ColumnSource<TItem>(name, type)
    where TElement : unmanaged
{
    public override Delegate Getter(RowsCursor<TItem> cursor) =>
        (ValueGetter<TElement>)((ref TElement value) => value = Element<TElement>.Of(get(cursor.Current)));
}

/// <summary>A column of texts.</summary>
internal sealed class TextSource<TItem>(string name, Func<TItem, string> get) : ColumnSource<TItem>(name, TextDataViewType.Instance)
{
    public override Delegate Getter(RowsCursor<TItem> cursor) =>
        (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = get(cursor.Current).AsMemory());
}

/// <summary>Makes the source of a column: of a row that is the item, or a part of it.</summary>
/// <param name="name">The name in the data view.</param>
/// <param name="element">The element; none for that which the column has where nobody chose.</param>
/// <param name="row">The row of an item.</param>
internal readonly struct SourceMaker<TItem, TRow>(string name, OnnxElement element, Func<TItem, TRow> row)
    : IRowColumnVisitor<TRow, ColumnSource<TItem>>
{
    public ColumnSource<TItem> Visit<T>(RowColumn<TRow, T> column)
    {
        var (of, chosen) = (row, element == OnnxElement.None ? ElementType.DefaultOf<T>() : element);
        if (!ElementType.CanHold<T>(chosen))
        {
            throw new ModelException(
                $"The column '{column.Name}' of {typeof(TRow).Name} is {column.TypeName}, which ML.NET has no column type for; leave it "
                    + $"out of the input row."
            );
        }

        if (chosen == OnnxElement.String)
        {
            var text = TextOf.Getter(column);
            return new TextSource<TItem>(name, item => text(of(item)));
        }

        T Get(TItem item) => column.Get(of(item));
        return chosen switch
        {
            OnnxElement.Bool => new NumberSource<TItem, T, bool>(name, BooleanDataViewType.Instance, Get),
            OnnxElement.Int8 => new NumberSource<TItem, T, sbyte>(name, NumberDataViewType.SByte, Get),
            OnnxElement.UInt8 => new NumberSource<TItem, T, byte>(name, NumberDataViewType.Byte, Get),
            OnnxElement.Int16 => new NumberSource<TItem, T, short>(name, NumberDataViewType.Int16, Get),
            OnnxElement.UInt16 => new NumberSource<TItem, T, ushort>(name, NumberDataViewType.UInt16, Get),
            OnnxElement.Int32 => new NumberSource<TItem, T, int>(name, NumberDataViewType.Int32, Get),
            OnnxElement.UInt32 => new NumberSource<TItem, T, uint>(name, NumberDataViewType.UInt32, Get),
            OnnxElement.Int64 => new NumberSource<TItem, T, long>(name, NumberDataViewType.Int64, Get),
            OnnxElement.UInt64 => new NumberSource<TItem, T, ulong>(name, NumberDataViewType.UInt64, Get),
            OnnxElement.Double => new NumberSource<TItem, T, double>(name, NumberDataViewType.Double, Get),
            _ => new NumberSource<TItem, T, float>(name, NumberDataViewType.Single, Get),
        };
    }
}
