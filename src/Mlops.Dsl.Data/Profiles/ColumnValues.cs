namespace Mlops.Dsl;

/// <summary>The values of one column of rows, as far as a profile needs them.</summary>
/// <param name="Kind">What may be kept of them.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Missing">How many of them have no value.</param>
/// <param name="Numbers">The values of a number, ascending.</param>
/// <param name="Counts">How often each value of anything else occurs.</param>
/// <param name="Distinct">How many different values were counted.</param>
/// <param name="Untold">How many rows have a value that is none of those counted.</param>
internal sealed record ColumnValues(
    ColumnKind Kind,
    int Rows,
    int Missing,
    double[] Numbers,
    Dictionary<string, int> Counts,
    int Distinct,
    int Untold
)
{
    /// <summary>How many rows have a value.</summary>
    public int Present => Rows - Missing;
}

/// <summary>Reads a column of rows, whatever its type.</summary>
internal sealed class ColumnReader<TRow>(IReadOnlyCollection<TRow> rows) : IRowColumnVisitor<TRow, ColumnValues>
{
    public ColumnValues Visit<T>(RowColumn<TRow, T> column)
    {
        var isPlain = !column.IsPersonal && column.Role is not (ColumnRole.Key or ColumnRole.Group or ColumnRole.Time);
        return NumberValue.IsNumber(typeof(T))
            ? ReadNumbers(column, isPlain ? ColumnKind.Number : ColumnKind.Counts)
            : ReadValues(column, isPlain && IsCategory(typeof(T)));
    }

    private ColumnValues ReadNumbers<T>(RowColumn<TRow, T> column, ColumnKind kind)
    {
        var numbers = new double[rows.Count];
        var count = 0;
        foreach (var row in rows)
        {
            if (NumberValue.TryGet(column.Get(row), out var number) && !double.IsNaN(number))
            {
                numbers[count++] = number;
            }
        }

        Array.Resize(ref numbers, count);
        Array.Sort(numbers);
        var distinct = count == 0 ? 0 : 1;
        for (var i = 1; i < count; i++)
        {
            distinct += numbers[i] == numbers[i - 1] ? 0 : 1;
        }

        return new ColumnValues(kind, rows.Count, rows.Count - count, numbers, [], distinct, 0);
    }

    private ColumnValues ReadValues<T>(RowColumn<TRow, T> column, bool isCategory)
    {
        // In a tuple, because a key must not be null as far as the compiler knows.
        var counts = new Dictionary<ValueTuple<T>, int>();
        var missing = 0;
        var untold = 0;
        foreach (var row in rows)
        {
            var value = column.Get(row);
            if (value is null)
            {
                missing++;
            }
            else if (counts.TryGetValue(new(value), out var known))
            {
                counts[new(value)] = known + 1;
            }
            else if (counts.Count < ColumnProfile.MaximumDistinct)
            {
                counts.Add(new(value), 1);
            }
            else
            {
                untold++;
            }
        }

        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (isCategory)
        {
            foreach (var (value, count) in counts)
            {
                var text = TextOf(value.Item1!);
                texts[text] = texts.GetValueOrDefault(text) + count;
            }
        }

        return new ColumnValues(isCategory ? ColumnKind.Category : ColumnKind.Counts, rows.Count, missing, [], texts, counts.Count, untold);
    }

    private static bool IsCategory(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsEnum || plain == typeof(string) || plain == typeof(bool) || plain == typeof(char));

    private static string TextOf<T>(T value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            _ => value!.ToString() ?? "",
        };
}
