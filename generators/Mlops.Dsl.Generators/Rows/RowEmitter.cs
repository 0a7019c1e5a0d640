using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Emitting;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes the schema of a row type.</summary>
internal static class RowEmitter
{
    private const string Dsl = "global::Mlops.Dsl.";

    /// <summary>The generated file.</summary>
    public static string Emit(RowModel row)
    {
        var type = row.Home.FullName;
        var extended = row.Home with { Declarations = Implement(row) };
        return CodecEmitter.Wrap(extended, writer =>
        {
            EmitSchema(writer, row, type);
            writer.Line().Line("/// <inheritdoc />");
            writer.Line($"static global::Mlops.Dsl.Serialization.Codec<{type}> {Dsl}IRow<{type}>.Codec => {row.Codec ?? NoCodec(row)};");
            if (row.HasColumnsClass)
            {
                EmitColumns(writer, row, type);
            }
        });
    }

    private static Model.EquatableArray<string> Implement(RowModel row)
    {
        var declarations = row.Home.Declarations.ToList();
        declarations[declarations.Count - 1] += $" : {Dsl}IRow<{row.Home.FullName}>";
        return Model.EquatableArray<string>.From(declarations);
    }

    private static void EmitSchema(SourceWriter writer, RowModel row, string type)
    {
        writer.Summary($"The columns: {DocComment.Escape(string.Join(", ", row.Columns.Select(Mention)))}.");
        writer.Line(row.HasSchemaProperty
            ? $"public static {Dsl}RowSchema<{type}> Schema {{ get; }} = new("
            : $"static {Dsl}RowSchema<{type}> {Dsl}IRow<{type}>.Schema => new(");
        writer.Line("[").Indent();
        foreach (var column in row.Columns)
        {
            if (row.HasColumnsClass)
            {
                writer.Line($"Columns.{TypeText.Identifier(column.Name)},");
            }
            else
            {
                EmitColumn(writer, column, $"new {Dsl}RowColumn<{type}, {column.Type}>(", $"){Governance(column)},");
            }
        }

        writer.Unindent().Line("]);");
    }

    private static void EmitColumns(SourceWriter writer, RowModel row, string type)
    {
        writer.Line().Summary("The columns by name, each with its type.");
        writer.Line(Abi.GeneratedCode).Open("public static class Columns");
        var isFirst = true;
        foreach (var column in row.Columns)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Summary(DocComment.Escape(column.Description ?? $"The column {column.Name}."));
            writer.Line($"public static {Dsl}RowColumn<{type}, {column.Type}> {TypeText.Identifier(column.Name)} {{ get; }} =").Indent();
            EmitColumn(writer, column, "new(", $"){Governance(column)};");
            writer.Unindent();
        }

        writer.Close();
    }

    private static void EmitColumn(SourceWriter writer, ColumnModel column, string start, string end)
    {
        var head = $"{start}{Literal.Text(column.Name)}, {Literal.Text(column.DisplayType)}, {Dsl}ColumnRole.{column.Role}, static row => row.{TypeText.Identifier(column.Name)}";
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

    private static string Governance(ColumnModel column) => (column.IsPersonal, column.IsProtected) switch
    {
        (true, true) => " { IsPersonal = true, IsProtected = true }",
        (true, false) => " { IsPersonal = true }",
        (false, true) => " { IsProtected = true }",
        _ => "",
    };

    private static string Mention(ColumnModel column) => column.Role == "None" ? column.Name : $"{column.Name} ({column.Role.ToLowerInvariant()})";

    private static string NoCodec(RowModel row) =>
        $"throw new global::System.NotSupportedException({Literal.Text($"'{row.DisplayType}' has no codec: {row.CodecProblem}.")})";
}
