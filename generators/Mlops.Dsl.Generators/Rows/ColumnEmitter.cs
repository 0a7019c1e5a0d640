using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes the columns of a row type: its schema, and the class that has them by name.</summary>
internal static class ColumnEmitter
{
    private const string Dsl = "global::Mlops.Dsl.";

    /// <summary>Writes the schema.</summary>
    public static void EmitSchema(SourceWriter writer, RowModel row, string type)
    {
        writer.Summary($"The columns: {DocComment.Escape(string.Join(", ", row.Columns.Select(Mention)))}.");
        writer.Line(
            row.HasSchemaProperty
                ? $"public static {Dsl}RowSchema<{type}> Schema {{ get; }} = new("
                : $"static {Dsl}RowSchema<{type}> {Dsl}IRow<{type}>.Schema => new("
        );
        writer.Line("[").Indent();
        foreach (var column in row.Columns)
        {
            if (row.HasColumnsClass)
            {
                writer.Line($"Columns.{TypeText.Identifier(column.Name)},");
            }
            else
            {
                EmitColumn(writer, column, $"new {Dsl}RowColumn<{type}, {column.Type}>(", $"){Initializer(column)},");
            }
        }

        writer.Unindent().Line("]);");
    }

    /// <summary>Writes the class that has the columns by name.</summary>
    public static void EmitClass(SourceWriter writer, RowModel row, string type)
    {
        writer.Summary("The columns by name, each with its type.");
        writer.Line(Abi.GeneratedCode).Open("public static class Columns");
        var isFirst = true;
        foreach (var column in row.Columns)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Summary(DocComment.Escape(Describe(column)));
            writer.Line($"public static {Dsl}RowColumn<{type}, {column.Type}> {TypeText.Identifier(column.Name)} {{ get; }} =").Indent();
            EmitColumn(writer, column, "new(", $"){Initializer(column)};");
            writer.Unindent();
        }

        writer.Close();
    }

    /// <summary>What a column is, for people.</summary>
    public static string Describe(ColumnModel column) => column.Description ?? $"The column {column.Name}.";

    private static void EmitColumn(SourceWriter writer, ColumnModel column, string start, string end)
    {
        var head =
            $"{start}{Literal.Text(column.Name)}, {Literal.Text(column.DisplayType)}, {Dsl}ColumnRole.{column.Role}, static row => "
            + $"row.{TypeText.Identifier(column.Name)}";
        if (column.Constraints.Count == 0)
        {
            writer.Line(head + end);
            return;
        }

        writer.Line(head + ",").Indent();
        for (var i = 0; i < column.Constraints.Count; i++)
        {
            writer.Line(column.Constraints[i].Expression + (i == column.Constraints.Count - 1 ? end : ","));
        }

        writer.Unindent();
    }

    private static string Initializer(ColumnModel column)
    {
        var assigned = new[]
        {
            column.Format is { } format ? $"Format = {format}" : null,
            column.IsComputed ? "IsComputed = true" : null,
            column.IsPersonal ? "IsPersonal = true" : null,
            column.IsProtected ? "IsProtected = true" : null,
        }
            .OfType<string>()
            .ToList();
        return assigned.Count == 0 ? "" : $" {{ {string.Join(", ", assigned)} }}";
    }

    private static string Mention(ColumnModel column) =>
        column.Role == "None" ? column.Name : $"{column.Name} ({column.Role.ToLowerInvariant()})";
}
