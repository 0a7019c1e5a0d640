using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the schema of a row type.</summary>
internal static class RowSchemaWriter
{
    /// <summary>Writes the schema of a JSON object with the row's columns.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isSent">Whether it is a request, in which there may be no other members.</param>
    public static void Write<TRow>(Utf8JsonWriter writer, bool isSent)
        where TRow : IRow<TRow>
    {
        var columns = ColumnSchemaReader<TRow>.Read(isSent);
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var column in columns)
        {
            writer.WritePropertyName(column.Name);
            column.Write(writer);
        }

        writer.WriteEndObject();
        WriteRequired(writer, columns);
        if (isSent)
        {
            writer.WriteBoolean("additionalProperties", value: false);
        }

        if (columns.All(static column => column.Example is not null || !column.IsRequired))
        {
            writer.WriteStartArray("examples");
            WriteExample(writer, columns);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter writer, IReadOnlyList<ColumnSchema> columns)
    {
        if (columns.Any(static column => column.IsRequired))
        {
            writer.WriteStartArray("required");
            foreach (var column in columns.Where(static column => column.IsRequired))
            {
                writer.WriteStringValue(column.Name);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteExample(Utf8JsonWriter writer, IReadOnlyList<ColumnSchema> columns)
    {
        writer.WriteStartObject();
        foreach (var column in columns.Where(static column => column.Example is not null))
        {
            writer.WritePropertyName(column.Name);
            writer.WriteRawValue(column.Example!);
        }

        writer.WriteEndObject();
    }
}
