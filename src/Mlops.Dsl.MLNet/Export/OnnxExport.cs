using Microsoft.ML;
using Mlops.Dsl.Columns;
using Mlops.Dsl.Onnx;

namespace Mlops.Dsl.MLNet.Export;

/// <summary>Makes an ONNX graph of what ML.NET trained, by ML.NET's converter, and leaves out what the prediction does not need.</summary>
internal static class OnnxExport
{
    public static (byte[] Onnx, ModelSignature Signature) Convert<TInput, TPrediction>(
        MLContext ml,
        TrainedModel trained,
        LearningProblem problem
    )
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        var outputs = OutputColumn.Of<TPrediction>(problem.Columns.Task, trained.Transformer.GetOutputSchema(trained.Data.Schema));
        var edited = Edit(Convert(ml, trained, outputs), outputs);
        var graph = OnnxGraph.Parse(edited);
        return (
            edited,
            new ModelSignature(
                graph.Inputs.Select(Input<TInput>),
                TPrediction.Schema.Columns.Zip(
                    outputs,
                    (property, output) => Output(property, graph.Outputs.First(tensor => tensor.Name == property.Name))
                )
            )
        );
    }

    private static byte[] Convert(MLContext ml, TrainedModel trained, List<OutputColumn> outputs)
    {
        using var stream = new MemoryStream();
        try
        {
            ml.Model.ConvertToOnnx(
                trained.Transformer,
                trained.Data,
                stream,
                [.. outputs.Select(static output => output.Column).Distinct(StringComparer.Ordinal)]
            );
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or NotSupportedException or ArgumentException or KeyNotFoundException)
        {
            // A transform that the converter passes over in silence is missed by the next one as a key.
            throw new ModelException(
                $"What was trained has no ONNX graph: {exception.Message} ML.NET's converter knows fewer transforms than ML.NET; "
                    + $"MLNetRecipes has those that it does know.",
                exception
            );
        }

        return stream.ToArray();
    }

    /// <summary>Names the outputs as the prediction does, and keeps what they need.</summary>
    private static byte[] Edit(byte[] onnx, List<OutputColumn> outputs)
    {
        var editor = new GraphEditor(onnx);
        foreach (var output in outputs)
        {
            // The converter appends ".output" to the names of columns.
            var source = $"{output.Column}.output";
            if (output.IsLargest)
            {
                editor.AddLargest(source, output.Property);
            }
            else
            {
                editor.AddCopy(source, output.Property);
            }
        }

        return editor.ToBytes([.. outputs.Select(static output => output.Property)]);
    }

    private static ModelInput Input<TInput>(OnnxTensor tensor)
        where TInput : IRow<TInput>
    {
        var column =
            TInput.Schema.Columns.FirstOrDefault(column => column.Name == tensor.Name)
            ?? throw new ModelException(
                $"The graph wants the input '{tensor.Name}' ({tensor}), which is no column of {typeof(TInput).Name}: what was trained "
                    + $"needs it for a prediction."
            );
        return new ModelInput(column.Name, column.TypeName, tensor.Name, tensor.Element, column.Accept(new MissingOf<TInput>()));
    }

    private static ModelOutput Output<TPrediction>(RowColumn<TPrediction> property, OnnxTensor tensor) =>
        new(property.Name, property.TypeName, tensor.Name, tensor.Element);

    private readonly struct MissingOf<TRow> : IRowColumnVisitor<TRow, MissingValue>
    {
        public MissingValue Visit<T>(RowColumn<TRow, T> column) => ElementType.MissingOf<T>(RowColumnKind.Of(column));
    }
}
