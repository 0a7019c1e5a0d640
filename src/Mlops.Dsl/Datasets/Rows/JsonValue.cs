using System.Text.Json;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>Writes single values as JSON: numbers and truth values as such, anything else as text.</summary>
internal static class JsonValue
{
    /// <summary>Writes a value; a number that is NaN or infinite as null, because JSON has none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written as text; null for a type that has no text.</param>
    /// <returns>Whether it was written: false for a type that has no text.</returns>
    public static bool TryWrite<T>(Utf8JsonWriter writer, T value, ParameterFormat<T>? format)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if (value is string text)
        {
            writer.WriteStringValue(text);
        }
        else if (!TryWriteNumber(writer, value))
        {
            if (format is null)
            {
                return false;
            }

            writer.WriteStringValue(format.Format(value));
        }

        return true;
    }

    /// <summary>Writes a number or truth value. The tests against types cost nothing: the compiler knows the type of the value.</summary>
    private static bool TryWriteNumber<T>(Utf8JsonWriter writer, T value)
    {
        switch (value)
        {
            case bool number:
                writer.WriteBooleanValue(number);
                return true;
            case int number:
                writer.WriteNumberValue(number);
                return true;
            case long number:
                writer.WriteNumberValue(number);
                return true;
            case float number:
                WriteFinite(writer, float.IsFinite(number), number);
                return true;
            case double number:
                WriteFinite(writer, double.IsFinite(number), number);
                return true;
            case decimal number:
                writer.WriteNumberValue(number);
                return true;
            case byte number:
                writer.WriteNumberValue((int)number);
                return true;
            case sbyte number:
                writer.WriteNumberValue((int)number);
                return true;
            case short number:
                writer.WriteNumberValue((int)number);
                return true;
            case ushort number:
                writer.WriteNumberValue((int)number);
                return true;
            case uint number:
                writer.WriteNumberValue(number);
                return true;
            case ulong number:
                writer.WriteNumberValue(number);
                return true;
            default:
                return false;
        }
    }

    private static void WriteFinite(Utf8JsonWriter writer, bool isFinite, float number)
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

    private static void WriteFinite(Utf8JsonWriter writer, bool isFinite, double number)
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
}
