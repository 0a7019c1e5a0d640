using System.Text.Json;

namespace Mlops.Dsl;

/// <summary>Writes rows as JSON objects with the columns' names.</summary>
internal static class RowWriter<TRow>
    where TRow : IRow<TRow>
{
    private static readonly Action<Utf8JsonWriter, TRow>[] Columns = [.. TRow.Schema.Columns.Select(static column => column.Accept(ColumnWriter.Instance))];

    /// <summary>Writes a row.</summary>
    public static void Write(Utf8JsonWriter writer, TRow row)
    {
        writer.WriteStartObject();
        foreach (var column in Columns)
        {
            column(writer, row);
        }

        writer.WriteEndObject();
    }

    private sealed class ColumnWriter : IRowColumnVisitor<TRow, Action<Utf8JsonWriter, TRow>>
    {
        public static ColumnWriter Instance { get; } = new();

        public Action<Utf8JsonWriter, TRow> Visit<T>(RowColumn<TRow, T> column)
        {
            var name = JsonEncodedText.Encode(column.Name);
            return (writer, row) =>
            {
                writer.WritePropertyName(name);
                JsonValue.Write(writer, column.Get(row), column.Format);
            };
        }
    }
}
