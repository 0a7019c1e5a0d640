using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes how a row is made of the values of its columns.</summary>
internal static class CreationEmitter
{
    public static void Emit(SourceWriter writer, RowModel row, string type)
    {
        writer.Line("/// <inheritdoc />");
        var head = $"static {type} global::Mlops.Dsl.IRow<{type}>.Create(global::Mlops.Dsl.RowValues values)";
        if (row.Creation.Problem is { } problem)
        {
            var reason = Literal.Text($"'{row.DisplayType}' can't be made of its columns: it {problem}.");
            writer.Line($"{head} => throw new global::System.NotSupportedException({reason});");
            return;
        }

        writer.Open(head).Line("global::System.ArgumentNullException.ThrowIfNull(values);");
        var made = $"return new {type}({string.Join(", ", row.Creation.Arguments.Select(position => Value(row, position)))})";
        if (row.Creation.Initialized.Count == 0)
        {
            writer.Line(made + ";").Close();
            return;
        }

        writer.Open(made);
        foreach (var position in row.Creation.Initialized)
        {
            writer.Line($"{TypeText.Identifier(row.Columns[position].Name)} = {Value(row, position)},");
        }

        writer.Close(";").Close();
    }

    private static string Value(RowModel row, int position) => $"values.Get<{row.Columns[position].Type}>({Literal.Code(position)})";
}
