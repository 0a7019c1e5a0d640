namespace Mlops.Dsl.Columns;

/// <summary>The text of a column's values, as a graph sees them: the invariant text of the value; the empty text for a missing one.</summary>
internal static class TextOf
{
    public static Func<TRow, string> Getter<TRow, T>(RowColumn<TRow, T> column)
    {
        if (column is RowColumn<TRow, string> text)
        {
            return row => text.Get(row) ?? "";
        }

        if (column.Format is { } format)
        {
            return row => column.Get(row) is { } value ? format.Format(value) ?? "" : "";
        }

        return row => column.Get(row) is { } value ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "" : "";
    }
}
