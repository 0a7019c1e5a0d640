using System.Globalization;
using Mlops.Dsl.Columns;
using Mlops.Dsl.Onnx;

namespace Mlops.Dsl;

/// <summary>What a graph that was made elsewhere takes and gives.</summary>
/// <remarks>A place is the name of an input or output, or <c>name[2]</c> for the third value of one that has several for a row.</remarks>
public sealed record OnnxImportOptions
{
    /// <summary>
    /// The place of each column, by the column's name. A column that is not named here goes to the input of its own name, if there is
    /// one.
    /// </summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The place of each property, by the property's name. One that is not named here comes from the output of its own name.
    /// </summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the model was trained with, in words.</summary>
    public string Trainer { get; init; } = "";

    /// <summary>How well it was found to say what the trained model says, if somebody compared.</summary>
    public ParityRecord? Parity { get; init; }
}

/// <summary>Builds the signature of a graph that was made elsewhere.</summary>
internal static class OnnxImport
{
    public static ModelSignature SignatureOf<TInput, TPrediction>(OnnxGraph graph, OnnxImportOptions options)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        EnsureKnown(options.Inputs.Keys, TInput.Schema, "column");
        EnsureKnown(options.Outputs.Keys, TPrediction.Schema, "property");
        return new ModelSignature(
            TInput.Schema.Columns.Select(column => InputOf(column, graph, options)).OfType<ModelInput>(),
            TPrediction.Schema.Columns.Select(property => OutputOf(property, graph, options))
        );
    }

    /// <summary>The input of a column, if it has one.</summary>
    private static ModelInput? InputOf<TInput>(RowColumn<TInput> column, OnnxGraph graph, OnnxImportOptions options)
    {
        var (name, position) = Place(options.Inputs.GetValueOrDefault(column.Name, column.Name));
        var tensor = graph.Inputs.FirstOrDefault(tensor => tensor.Name == name);
        return tensor is null && !options.Inputs.ContainsKey(column.Name)
            ? null
            : new ModelInput(
                column.Name,
                column.TypeName,
                name,
                tensor?.Element ?? OnnxElement.None,
                column.Accept(new MissingOf<TInput>()),
                position
            );
    }

    private static ModelOutput OutputOf<TPrediction>(RowColumn<TPrediction> property, OnnxGraph graph, OnnxImportOptions options)
    {
        var (name, position) = Place(options.Outputs.GetValueOrDefault(property.Name, property.Name));
        var tensor = graph.Outputs.FirstOrDefault(tensor => tensor.Name == name);
        return new ModelOutput(
            property.Name,
            property.TypeName,
            name,
            tensor?.Element ?? OnnxElement.None,
            position,
            tensor is { Width: > 0 } ? (int)tensor.Width : position + 1
        );
    }

    /// <summary>Reads <c>name</c> or <c>name[2]</c>; a name that ends in a bracket of something else is a name.</summary>
    private static (string Name, int Position) Place(string place)
    {
        var bracket = place.LastIndexOf('[');
        return
            bracket > 0
            && place.EndsWith(']')
            && int.TryParse(
                place.AsSpan(bracket + 1, place.Length - bracket - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var position
            )
            ? (place[..bracket], position)
            : (place, 0);
    }

    private static void EnsureKnown<TRow>(IEnumerable<string> names, RowSchema<TRow> schema, string what)
    {
        if (names.FirstOrDefault(name => !schema.Columns.Any(column => column.Name == name)) is { } unknown)
        {
            throw new ModelException(
                $"'{unknown}' is no {what} of {typeof(TRow).Name}, which has: "
                    + $"{string.Join(", ", schema.Columns.Select(static column => column.Name))}."
            );
        }
    }

    private readonly struct MissingOf<TRow> : IRowColumnVisitor<TRow, MissingValue>
    {
        public MissingValue Visit<T>(RowColumn<TRow, T> column) => ElementType.MissingOf<T>(RowColumnKind.Of(column));
    }
}
