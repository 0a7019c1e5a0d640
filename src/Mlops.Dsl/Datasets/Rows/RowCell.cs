using System.Buffers;
using System.Text;
using System.Text.Json;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl;

/// <summary>
/// A place for one value of a column on its way into a row: it takes texts, JSON and typed values. Not safe for concurrent use.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="typeName">The column's C# type.</param>
public abstract class RowCell(string name, string typeName)
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>The column's C# type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Whether a value was put here since <see cref="Clear"/>.</summary>
    public bool HasValue { get; protected set; }

    /// <summary>Whether null is a value of the column.</summary>
    public abstract bool IsNullable { get; }

    /// <summary>What a text must be, such as <c>a whole number</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Forgets the value.</summary>
    public abstract void Clear();

    /// <summary>Takes a text; null stands for a missing value.</summary>
    /// <returns>Whether it is a value of the column.</returns>
    public abstract bool TrySetText(string? text);

    /// <summary>
    /// Takes the JSON value that a reader stands on: numbers and booleans as such, anything else as text, null for a missing value.
    /// </summary>
    /// <returns>Whether it is a value of the column.</returns>
    public abstract bool TrySetJson(ref Utf8JsonReader reader);
}

/// <summary>A typed place for one value.</summary>
/// <typeparam name="T">The column's type.</typeparam>
public sealed class RowCell<T>(string name, string typeName, ParameterFormat<T>? format, bool isPersonal) : RowCell(name, typeName)
{
    private T? _value;

    /// <summary>The value.</summary>
    public T Value
    {
        get => _value!;
        set
        {
            _value = value;
            HasValue = true;
        }
    }

    /// <summary>Whether the value is personal data, which no message quotes.</summary>
    public bool IsPersonal { get; } = isPersonal;

    /// <inheritdoc />
    public override bool IsNullable { get; } = default(T) is null && typeName.EndsWith('?');

    /// <inheritdoc />
    public override string Expected => format?.Expected ?? $"a {TypeName}";

    /// <inheritdoc />
    public override void Clear()
    {
        _value = default;
        HasValue = false;
    }

    /// <inheritdoc />
    public override bool TrySetText(string? text)
    {
        if (text is null)
        {
            if (IsNullable)
            {
                Value = default!;
            }

            return IsNullable;
        }

        if (format is null || !format.TryParse(text, out var value))
        {
            return false;
        }

        Value = value;
        return true;
    }

    /// <inheritdoc />
    public override bool TrySetJson(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return TrySetText(null);
            case JsonTokenType.String:
                // Text for a number or a truth value would be two spellings of one value, and so would an empty text for null.
                return !IsPlain && TrySetGiven(reader.GetString()!);
            case JsonTokenType.Number:
                return IsPlain && !IsTruth && (TrySetNumber(ref reader) ?? TrySetText(Text(ref reader)));
            case JsonTokenType.True or JsonTokenType.False:
                return IsTruth && TrySetText(reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return false;
        }
    }

    private bool TrySetGiven(string text) => (text.Length > 0 || !IsNullable || typeof(T) == typeof(string)) && TrySetText(text);

    /// <summary>Takes a number of the commonest types without a text between; null for other types.</summary>
    private bool? TrySetNumber(ref Utf8JsonReader reader) =>
        this switch
        {
            RowCell<int> cell => reader.TryGetInt32(out var number) && cell.Set(number),
            RowCell<int?> cell => reader.TryGetInt32(out var number) && cell.Set(number),
            RowCell<long> cell => reader.TryGetInt64(out var number) && cell.Set(number),
            RowCell<long?> cell => reader.TryGetInt64(out var number) && cell.Set(number),
            RowCell<float> cell => reader.TryGetSingle(out var number) && float.IsFinite(number) && cell.Set(number),
            RowCell<float?> cell => reader.TryGetSingle(out var number) && float.IsFinite(number) && cell.Set(number),
            RowCell<double> cell => reader.TryGetDouble(out var number) && double.IsFinite(number) && cell.Set(number),
            RowCell<double?> cell => reader.TryGetDouble(out var number) && double.IsFinite(number) && cell.Set(number),
            _ => null,
        };

    private bool Set(T value)
    {
        Value = value;
        return true;
    }

    private static string Text(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);

    private static bool IsTruth => typeof(T) == typeof(bool) || typeof(T) == typeof(bool?);

    /// <summary>Whether values are JSON numbers or booleans rather than texts.</summary>
    private static bool IsPlain { get; } =
        (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsEnum: false } type
        && Type.GetTypeCode(type) is >= TypeCode.Boolean and <= TypeCode.Decimal and not TypeCode.Char;
}
