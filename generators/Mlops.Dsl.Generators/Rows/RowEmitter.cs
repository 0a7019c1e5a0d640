using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Writes the schema of a row type, a view or a prediction, its codec and how a row is made.</summary>
internal static class RowEmitter
{
    private const string Dsl = "global::Mlops.Dsl.";

    /// <summary>The generated file.</summary>
    public static string Emit(RowModel row)
    {
        var type = row.Home.FullName;
        var extended = row.Home with { Declarations = Implement(row) };
        return CodecEmitter.Wrap(
            extended,
            writer =>
            {
                if (row.View is { } view)
                {
                    ViewEmitter.EmitFrom(writer, row, view, type);
                }

                ColumnEmitter.EmitSchema(writer, row, type);
                writer.Line().Line("/// <inheritdoc />");
                writer
                    .Line($"static global::Mlops.Dsl.Serialization.Codec<{type}> {Dsl}IRow<{type}>.Codec => {row.Codec ?? NoCodec(row)};")
                    .Line();
                CreationEmitter.Emit(writer, row, type);
                if (row.HasColumnsClass)
                {
                    ColumnEmitter.EmitClass(writer.Line(), row, type);
                }
            },
            writer =>
            {
                if (row.View is not null)
                {
                    ViewEmitter.EmitDocumentation(writer, row);
                }
            }
        );
    }

    private static EquatableArray<string> Implement(RowModel row)
    {
        var declarations = row.Home.Declarations.ToList();
        declarations[declarations.Count - 1] += $"{(row.View is null ? "" : ViewEmitter.Parameters(row))} : {row.Implements}";
        return EquatableArray<string>.From(declarations);
    }

    private static string NoCodec(RowModel row) =>
        $"throw new global::System.NotSupportedException({Literal.Text($"'{row.DisplayType}' has no codec: {row.CodecProblem}.")})";
}
