using Microsoft.ML;
using Microsoft.ML.Data;
using Mlops.Dsl.Columns;

namespace Mlops.Dsl.MLNet.Parity;

/// <summary>What ML.NET says of rows, and what a prediction says: each property as a number or a text.</summary>
internal static class PredictedValues
{
    /// <summary>The values of a column of ML.NET's; of a vector, the largest.</summary>
    public static object[] OfColumn(IDataView data, string name)
    {
        var column = data.Schema[name];
        var values = new List<object>();
        using var cursor = data.GetRowCursor([column]);
        var read = Reader(cursor, column);
        while (cursor.MoveNext())
        {
            values.Add(read());
        }

        return [.. values];
    }

    /// <summary>
    /// How far a row is from another label: of a vector, the two largest values' distance; of a probability, that from a half. Null where
    /// ML.NET does not say.
    /// </summary>
    public static double[]? Margins(IDataView data)
    {
        if (data.Schema.GetColumnOrNull("Probability") is { Type: NumberDataViewType })
        {
            return [.. OfColumn(data, "Probability").Select(static value => Math.Abs((double)value - 0.5))];
        }

        if (data.Schema.GetColumnOrNull("Score") is not { Type: VectorDataViewType } score)
        {
            return null;
        }

        var margins = new List<double>();
        using var cursor = data.GetRowCursor([score]);
        var get = cursor.GetGetter<VBuffer<float>>(score);
        VBuffer<float> buffer = default;
        while (cursor.MoveNext())
        {
            get(ref buffer);
            var largest = buffer.DenseValues().OrderDescending().Take(2).ToArray();
            margins.Add(Largest(buffer) - largest[^1]);
        }

        return [.. margins];
    }

    // NaN where one is NaN, as in a graph.
    private static float Largest(VBuffer<float> values) => values.DenseValues().Aggregate(float.NegativeInfinity, Math.Max);

    private static Func<object> Reader(DataViewRowCursor cursor, DataViewSchema.Column column) =>
        column.Type switch
        {
            VectorDataViewType => Reader<VBuffer<float>>(cursor, column, static value => (double)Largest(value)),
            BooleanDataViewType => Reader<bool>(cursor, column, static value => value ? 1d : 0d),
            TextDataViewType => Reader<ReadOnlyMemory<char>>(cursor, column, static value => value.ToString()),
            _ when column.Type.RawType == typeof(float) => Reader<float>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(double) => Reader<double>(cursor, column, static value => value),
            _ when column.Type.RawType == typeof(int) => Reader<int>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(long) => Reader<long>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(uint) => Reader<uint>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(ulong) => Reader<ulong>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(short) => Reader<short>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(ushort) => Reader<ushort>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(byte) => Reader<byte>(cursor, column, static value => (double)value),
            _ when column.Type.RawType == typeof(sbyte) => Reader<sbyte>(cursor, column, static value => (double)value),
            _ => throw new ModelException($"ML.NET's column '{column.Name}' is {column.Type}, which no property of a prediction can hold."),
        };

    private static Func<object> Reader<TValue>(DataViewRowCursor cursor, DataViewSchema.Column column, Func<TValue, object> of)
    {
        var get = cursor.GetGetter<TValue>(column);
        TValue value = default!;
        return () =>
        {
            get(ref value);
            return of(value);
        };
    }
}

/// <summary>Reads a property of a prediction as a number or a text.</summary>
internal readonly struct PropertyValue<TPrediction> : IRowColumnVisitor<TPrediction, Func<TPrediction, object>>
{
    public Func<TPrediction, object> Visit<T>(RowColumn<TPrediction, T> column)
    {
        if (Scalar<T>.Kind == ScalarKind.Text)
        {
            return TextOf.Getter(column);
        }

        return prediction => Scalar<T>.ToDouble(column.Get(prediction));
    }
}
