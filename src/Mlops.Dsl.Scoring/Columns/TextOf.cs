using System.Globalization;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Columns;

/// <summary>
/// The text of a column's values, as a graph sees them: the invariant text of the value; the empty text for a missing one.
/// </summary>
internal static class TextOf
{
    public static Func<TRow, string> Getter<TRow, T>(RowColumn<TRow, T> column)
    {
        if (column is RowColumn<TRow, string> text)
        {
            return row => text.Get(row) ?? "";
        }

        if (Scalar<T>.Type.IsEnum)
        {
            var names = new EnumNames<T>(column.Format);
            return row => names.Of(column.Get(row));
        }

        if (column.Format is { } format)
        {
            return row => column.Get(row) is { } value ? format.Format(value) ?? "" : "";
        }

        return row => column.Get(row) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";
    }
}

/// <summary>The names of an enumeration's members, made once: making one of a value boxes the value.</summary>
internal sealed class EnumNames<T>(ParameterFormat<T>? format)
{
    private readonly (T Value, string Name)[] _names =
    [
        .. Enum.GetValuesAsUnderlyingType(Scalar<T>.Type)
            .Cast<object>()
            .Select(static value => (T)Enum.ToObject(Scalar<T>.Type, value))
            .Select(value => (value, Text(format, value))),
    ];

    /// <summary>The name, or the number that no member has; the empty text for a missing value.</summary>
    public string Of(T value)
    {
        foreach (var (member, name) in _names)
        {
            if (EqualityComparer<T>.Default.Equals(member, value))
            {
                return name;
            }
        }

        return value is null ? "" : Text(format, value);
    }

    private static string Text(ParameterFormat<T>? format, T value) =>
        (format is null ? Convert.ToString(value, CultureInfo.InvariantCulture) : format.Format(value)) ?? "";
}
