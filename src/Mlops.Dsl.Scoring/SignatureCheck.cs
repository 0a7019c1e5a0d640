using Mlops.Dsl.Columns;
using Mlops.Dsl.Onnx;

namespace Mlops.Dsl;

/// <summary>Whether a signature, a graph and the C# types fit each other.</summary>
internal static class SignatureCheck
{
    /// <summary>Throws for the first thing that does not fit.</summary>
    public static void Fit<TInput, TPrediction>(ModelSignature signature, OnnxGraph graph)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        foreach (var input in signature.Inputs)
        {
            Fit(input, TInput.Schema, graph, signature);
        }

        foreach (var output in signature.Outputs)
        {
            Fit(output, TPrediction.Schema, graph);
        }

        foreach (var property in TPrediction.Schema.Columns)
        {
            if (!signature.Outputs.Any(output => output.Property == property.Name))
            {
                throw new ModelException(
                    $"The prediction {typeof(TPrediction).Name} has the property '{property.Name}' ({property.TypeName}), and the model "
                        + $"gives nothing for it."
                );
            }
        }

        foreach (var tensor in graph.Inputs)
        {
            if (!signature.Inputs.Any(input => input.OnnxName == tensor.Name))
            {
                throw new ModelException(
                    $"The graph wants the input '{tensor.Name}' ({tensor}), and no column of {typeof(TInput).Name} is given to it."
                );
            }
        }
    }

    /// <summary>Whether the graph is written for a single row.</summary>
    public static bool TakesOneRowOnly(OnnxGraph graph) => graph.Inputs.Concat(graph.Outputs).Any(static tensor => tensor.Shape is [1, ..]);

    private static void Fit<TInput>(ModelInput input, RowSchema<TInput> schema, OnnxGraph graph, ModelSignature signature)
    {
        var column =
            schema.Columns.FirstOrDefault(column => column.Name == input.Column)
            ?? throw new ModelException(
                $"The model takes the column '{input.Column}' ({input.ColumnType}), and {typeof(TInput).Name} has none of that name."
            );
        var tensor = Rank(
            graph.Inputs.FirstOrDefault(tensor => tensor.Name == input.OnnxName)
                ?? throw new ModelException(
                    $"The column '{input.Column}' ({column.TypeName}) goes to the input '{input.OnnxName}', and the graph has only: "
                        + $"{Names(graph.Inputs)}."
                )
        );
        var width = signature.Inputs.Count(other => other.OnnxName == input.OnnxName);
        if (input.Position >= width || (tensor.Width != 0 && tensor.Width != width))
        {
            throw new ModelException(
                $"The column '{input.Column}' ({column.TypeName}) is value {input.Position} of the input '{tensor.Name}' ({tensor}), to "
                    + $"which {width} columns go. "
                    + "The positions count from 0, one column for each value."
            );
        }

        if (tensor.Element == OnnxElement.None)
        {
            throw new ModelException(
                $"The column '{input.Column}' of {typeof(TInput).Name} goes to the input '{tensor.Name}', "
                    + "whose elements are of a type that no column has, such as 16-bit floating point. Let the graph take 32-bit floating "
                    + "point, and convert it there by Cast."
            );
        }

        if (tensor.Element == input.Element && input.ColumnType == column.TypeName && !column.Accept(new CanHold<TInput>(tensor.Element)))
        {
            throw new ModelException(
                $"The column '{input.Column}' of {typeof(TInput).Name} is {column.TypeName}, and the input '{tensor.Name}' is {tensor}, "
                    + "which can't hold it. Give the column a type that it holds, or convert it in the graph by Cast."
            );
        }

        var missing = RowColumnKind.Of(column).IsNullable && input.Missing == MissingValue.None;
        if (missing || tensor.Element != input.Element || !column.Accept(new CanHold<TInput>(tensor.Element)))
        {
            throw new ModelException(
                $"The column '{input.Column}' of {typeof(TInput).Name} is {column.TypeName}, and the model takes {input.ColumnType} there, "
                    + $"as {tensor}"
                    + (
                        missing
                            ? " without missing values."
                            : ". Train the model anew, or give the row the type that the model was made for."
                    )
            );
        }
    }

    private static void Fit<TPrediction>(ModelOutput output, RowSchema<TPrediction> schema, OnnxGraph graph)
    {
        var property =
            schema.Columns.FirstOrDefault(column => column.Name == output.Property)
            ?? throw new ModelException(
                $"The model gives '{output.Property}' ({output.PropertyType}), and {typeof(TPrediction).Name} has no property of that name."
            );
        var tensor = Rank(
            graph.Outputs.FirstOrDefault(tensor => tensor.Name == output.OnnxName)
                ?? throw new ModelException(
                    $"The property '{output.Property}' ({property.TypeName}) comes from the output '{output.OnnxName}', and the graph has "
                        + $"only: {Names(graph.Outputs)}."
                )
        );
        if (output.Position >= output.Width || (tensor.Width != 0 && tensor.Width != output.Width))
        {
            throw new ModelException(
                $"The property '{output.Property}' ({property.TypeName}) is value {output.Position} of {output.Width} of the output "
                    + $"'{tensor.Name}', which is {tensor}."
            );
        }

        if (tensor.Element != output.Element || !property.Accept(new CanTake<TPrediction>(tensor.Element)))
        {
            throw new ModelException(
                $"The property '{output.Property}' of {typeof(TPrediction).Name} is {property.TypeName}, and the model gives "
                    + $"{output.PropertyType} there, as {tensor}."
            );
        }
    }

    private static OnnxTensor Rank(OnnxTensor tensor) =>
        tensor.Shape.Count is 1 or 2 && tensor.Shape[0] is 0 or 1
            ? tensor
            : throw new ModelException(
                $"'{tensor.Name}' is {tensor}; a graph that takes rows has inputs and outputs of the shapes [rows] or [rows, values]."
            );

    private static string Names(IEnumerable<OnnxTensor> tensors) =>
        string.Join(", ", tensors.Select(static tensor => $"'{tensor.Name}' ({tensor})"));

    private readonly struct CanHold<TRow>(OnnxElement element) : IRowColumnVisitor<TRow, bool>
    {
        public bool Visit<T>(RowColumn<TRow, T> column) => ElementType.CanHold<T>(element);
    }

    private readonly struct CanTake<TRow>(OnnxElement element) : IRowColumnVisitor<TRow, bool>
    {
        public bool Visit<T>(RowColumn<TRow, T> column) => ElementType.CanTake<T>(element);
    }
}
