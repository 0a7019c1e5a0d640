using System.Text.Json;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Serving;

/// <summary>What a column's values are, as JSON Schema states it.</summary>
/// <param name="Name">What its member is called.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Example">A value that is allowed, as JSON; null where none was found.</param>
/// <param name="Write">Writes the schema.</param>
internal sealed record ColumnSchema(string Name, bool IsRequired, string? Example, Action<Utf8JsonWriter> Write);

/// <summary>Reads columns' schemas.</summary>
internal sealed class ColumnSchemaReader<TRow> : IRowColumnVisitor<TRow, ColumnSchema>
    where TRow : IRow<TRow>
{
    private readonly RowJson<TRow> _json = RowJson.For<TRow>();

    /// <summary>The schemas of the row type's columns.</summary>
    /// <param name="isSent">Whether it is a request: it has no columns that the row computes.</param>
    public static IReadOnlyList<ColumnSchema> Read(bool isSent)
    {
        var reader = new ColumnSchemaReader<TRow>();
        return [.. TRow.Schema.Columns.Where(column => !isSent || !column.IsComputed).Select(column => column.Accept(reader))];
    }

    /// <inheritdoc />
    public ColumnSchema Visit<T>(RowColumn<TRow, T> column)
    {
        var isNullable = column.CreateCell().IsNullable;
        var keywords = new ConstraintKeywords<T>(column.Format);
        foreach (var constraint in column.ValueConstraints)
        {
            constraint.Accept(keywords);
        }

        var example = ExampleValue.Find(column, keywords);
        return new ColumnSchema(
            _json.NameOf(column.Name),
            !isNullable,
            example,
            writer => Write(writer, column, keywords, isNullable, example)
        );
    }

    private static void Write<T>(
        Utf8JsonWriter writer,
        RowColumn<TRow, T> column,
        ConstraintKeywords<T> keywords,
        bool isNullable,
        string? example
    )
    {
        var type = JsonType.Of(typeof(T));
        writer.WriteStartObject();
        if (isNullable)
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue(type.Name);
            writer.WriteStringValue("null");
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("type", type.Name);
        }

        if (type.Format is { } format)
        {
            writer.WriteString("format", format);
        }

        keywords.Write(writer, type, isNullable);
        var words = column.Constraints.Where(static words => words.Length > 0).ToList();
        if (words.Count > 0)
        {
            writer.WriteString("description", $"Must be {string.Join(", and ", words)}.");
        }

        if (example is not null)
        {
            writer.WriteStartArray("examples");
            writer.WriteRawValue(example);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
