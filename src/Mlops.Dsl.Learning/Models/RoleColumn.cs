using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Finds the columns that an evaluation reads, by what they are for.</summary>
internal static class RoleColumn
{
    /// <summary>The text of a missing value in a slice.</summary>
    private const string MissingValue = "(missing)";

    /// <summary>The first column of a role and a type, or null.</summary>
    public static RowColumn<TRow, T>? Find<TRow, T>(RowSchema<TRow> schema, ColumnRole role) =>
        schema.Columns.OfType<RowColumn<TRow, T>>().FirstOrDefault(column => column.Role == role);

    /// <summary>Reads the first column of a role as a number, where it is one; a missing value is NaN.</summary>
    public static Func<TRow, double>? FindNumber<TRow>(RowSchema<TRow> schema, ColumnRole role) =>
        schema
            .Columns.Where(column => column.Role == role)
            .Select(static column => column.Accept(new NumberReader<TRow>()))
            .FirstOrDefault(static reader => reader is not null);

    /// <summary>Reads a column as a number; a missing value is NaN.</summary>
    /// <exception cref="ArgumentException">It holds no numbers.</exception>
    public static Func<TRow, double> ReadNumber<TRow>(RowColumn<TRow> column) =>
        column.Accept(new NumberReader<TRow>()) ?? throw new ArgumentException($"'{column.Name}' of {typeof(TRow).Name} is no number.");

    /// <summary>Reads the first column of a role as text.</summary>
    public static Func<TRow, string?>? FindText<TRow>(RowSchema<TRow> schema, ColumnRole role) =>
        schema.Columns.FirstOrDefault(column => column.Role == role)?.Accept(new TextReader<TRow>());

    /// <summary>Reads a column to slice by.</summary>
    /// <exception cref="ArgumentException">It holds personal data.</exception>
    public static SliceColumn Slice<TRow>(RowColumn<TRow> column, Dataset<TRow> rows)
        where TRow : notnull
    {
        if (column.IsPersonal)
        {
            throw new ArgumentException(
                $"'{column.Name}' holds personal data, which a report must not show: "
                    + "slice by another column, or by one that is derived from it."
            );
        }

        var text = column.Accept(new TextReader<TRow>());
        return new SliceColumn(column.Name, [.. rows.Select(row => text(row) ?? MissingValue)], column.IsProtected);
    }

    /// <summary>The error for a type that lacks a column.</summary>
    public static ArgumentException Lacks(Type type, ColumnRole role, string what) =>
        new(
            $"{type.Name} has no [{role}] column{(what.Length == 0 ? "" : $" {what}")}: the evaluation reads it. "
                + $"Mark the column, or evaluate predictions by {nameof(Evaluator)}."
        );

    /// <summary>The error for a row without a value that an evaluation needs.</summary>
    public static ArgumentException Missing(string what, int row) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {what} of row {row} is missing."));

    private sealed class NumberReader<TRow> : IRowColumnVisitor<TRow, Func<TRow, double>?>
    {
        public Func<TRow, double>? Visit<T>(RowColumn<TRow, T> column) =>
            Type.GetTypeCode(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is >= TypeCode.SByte and <= TypeCode.Decimal
            && !typeof(T).IsEnum
                ? row => column.Get(row) is IConvertible number ? number.ToDouble(CultureInfo.InvariantCulture) : double.NaN
                : null;
    }

    private sealed class TextReader<TRow> : IRowColumnVisitor<TRow, Func<TRow, string?>>
    {
        public Func<TRow, string?> Visit<T>(RowColumn<TRow, T> column) =>
            row =>
                column.Get(row) switch
                {
                    null => null,
                    bool truth => truth ? "true" : "false",
                    DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                    var value => value.ToString(),
                };
    }
}
