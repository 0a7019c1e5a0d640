using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes what a view has that a row has not: its constructor, and how it is made of a row.</summary>
internal static class ViewEmitter
{
    /// <summary>
    /// The parameters of the constructor. They keep the attributes of the row's columns, because rules about what a column may be used for
    /// look for them.
    /// </summary>
    public static string Parameters(RowModel view) => $"(\n    {string.Join(",\n    ", view.Columns.Select(Parameter))})\n   ";

    private static string Parameter(ColumnModel column) => $"{Attributes(column)}{column.Type} {TypeText.Identifier(column.Name)}";

    /// <summary>Writes the doc comments of the parameters.</summary>
    public static void EmitDocumentation(SourceWriter writer, RowModel view)
    {
        foreach (var column in view.Columns)
        {
            writer.Line($"/// <param name=\"{column.Name}\">{DocComment.Escape(ColumnEmitter.Describe(column))}</param>");
        }
    }

    /// <summary>Writes how a view is made of a row.</summary>
    public static void EmitFrom(SourceWriter writer, RowModel view, ViewModel of, string type)
    {
        var made = $"new {type}({string.Join(", ", view.Columns.Select(static column => $"row.{TypeText.Identifier(column.Name)}"))})";
        if (of.FromAccess is { } access)
        {
            writer.Summary($"What the view has of <c>{DocComment.Escape(of.DisplayRow)}</c>.");
            EmitBody(writer, $"{access} static {type} From({of.Row} row)", of, made);
        }

        if (of.FromAccess != "public")
        {
            writer.Line("/// <inheritdoc />");
            EmitBody(writer, $"static {type} {view.Implements}.From({of.Row} row)", of, made);
        }
    }

    private static void EmitBody(SourceWriter writer, string head, ViewModel of, string made)
    {
        writer.Open(head);
        if (of.RowIsReference)
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(row);");
        }

        writer.Line($"return {made};").Close().Line();
    }

    private static string Attributes(ColumnModel column)
    {
        var role = column.Role switch
        {
            "Feature" or "Label" or "Group" or "Time" => column.Role,
            "Key" => "RowKey",
            _ => null,
        };
        var names = new[] { role, column.IsPersonal ? "Pii" : null, column.IsProtected ? "Protected" : null }.OfType<string>().ToList();
        return names.Count == 0 ? "" : $"[{string.Join(", ", names.Select(static name => $"global::Mlops.Dsl.{name}Attribute"))}] ";
    }
}
