using System.Text.Json;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>Makes what writes the values of columns as JSON.</summary>
internal sealed class ColumnJsonWriter<TRow> : IRowColumnVisitor<TRow, Action<Utf8JsonWriter, TRow>>
{
    public static ColumnJsonWriter<TRow> Instance { get; } = new();

    /// <inheritdoc />
    public Action<Utf8JsonWriter, TRow> Visit<T>(RowColumn<TRow, T> column) =>
        (writer, row) =>
        {
            if (!JsonValue.TryWrite(writer, column.Get(row), column.Format))
            {
                throw new NotSupportedException(
                    $"The column '{column.Name}' of {typeof(TRow).Name} is a {column.TypeName}, which has no text to be written as JSON: "
                        + "leave the column out of what is sent."
                );
            }
        };
}
