using System.Text.Json;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>Writes the values of a row as JSON.</summary>
internal sealed class RowJsonWriter<TRow>(Utf8JsonWriter writer, TRow row) : IRowColumnVisitor<TRow, bool>
{
    /// <inheritdoc />
    public bool Visit<T>(RowColumn<TRow, T> column)
    {
        var value = column.Get(row);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if (!TryWriteNumber(value))
        {
            WriteText(column, value);
        }

        return true;
    }

    /// <summary>Writes a number or truth value. The tests against types cost nothing: the compiler knows the type of the value.</summary>
    private bool TryWriteNumber<T>(T value)
    {
        switch (value)
        {
            case bool number: writer.WriteBooleanValue(number); return true;
            case int number: writer.WriteNumberValue(number); return true;
            case long number: writer.WriteNumberValue(number); return true;
            case float number: WriteFinite(float.IsFinite(number), number); return true;
            case double number: WriteFinite(double.IsFinite(number), number); return true;
            case decimal number: writer.WriteNumberValue(number); return true;
            case byte number: writer.WriteNumberValue((int)number); return true;
            case sbyte number: writer.WriteNumberValue((int)number); return true;
            case short number: writer.WriteNumberValue((int)number); return true;
            case ushort number: writer.WriteNumberValue((int)number); return true;
            case uint number: writer.WriteNumberValue(number); return true;
            case ulong number: writer.WriteNumberValue(number); return true;
            default: return false;
        }
    }

    private void WriteFinite(bool isFinite, float number)
    {
        if (isFinite)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private void WriteFinite(bool isFinite, double number)
    {
        if (isFinite)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private void WriteText<T>(RowColumn<TRow, T> column, T value)
    {
        if (value is string text)
        {
            writer.WriteStringValue(text);
            return;
        }

        if (column.Format is not { } format)
        {
            throw new NotSupportedException($"The column '{column.Name}' of {typeof(TRow).Name} is a {column.TypeName}, which has no text to be written as JSON: leave the column out of what is sent.");
        }

        writer.WriteStringValue(format.Format(value));
    }
}
