using System.Text.Json;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl;

/// <summary>Writes single values as JSON: numbers and booleans as such, anything else as text.</summary>
internal static class JsonValue
{
    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written as text; null for a type that has no text.</param>
    public static void Write<T>(Utf8JsonWriter writer, T value, ParameterFormat<T>? format)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case byte or sbyte or short or ushort or uint or ulong or decimal:
                writer.WriteRawValue(format!.Format(value)!);
                break;
            default:
                writer.WriteStringValue(format is null ? value.ToString() : format.Format(value));
                break;
        }
    }
}
