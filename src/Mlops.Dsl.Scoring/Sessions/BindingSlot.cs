using Microsoft.ML.OnnxRuntime;
using Mlops.Dsl.Onnx;

namespace Mlops.Dsl.Sessions;

/// <summary>Inputs and outputs of a fixed number of rows, bound to a session. One thread at a time uses it.</summary>
internal sealed class BindingSlot<TInput, TPrediction> : IDisposable
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _run = new();
    private readonly RowValues _values = RowValues.For(TPrediction.Schema);
    private readonly List<IDisposable> _buffers = [];
    private readonly ColumnFeed<TInput>[] _feeds;
    private readonly PropertyReader[] _readers;

    public BindingSlot(InferenceSession session, OnnxGraph graph, ModelSignature signature, int rows)
    {
        _session = session;
        Rows = rows;
        _binding = session.CreateIoBinding();
        _feeds =
        [
            .. signature
                .Inputs.GroupBy(static input => input.OnnxName, StringComparer.Ordinal)
                .SelectMany(group => Bind(graph, [.. group])),
        ];
        _readers =
        [
            .. signature
                .Outputs.GroupBy(static output => output.OnnxName, StringComparer.Ordinal)
                .SelectMany(group => Bind(graph, [.. group])),
        ];
    }

    /// <summary>How many rows are computed at once.</summary>
    public int Rows { get; }

    /// <summary>Scores as many rows as the slot has.</summary>
    public void Score(ReadOnlySpan<TInput> rows, Span<TPrediction> predictions)
    {
        foreach (var feed in _feeds)
        {
            feed.Fill(rows);
        }

        _session.RunWithBinding(_run, _binding);
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var reader in _readers)
            {
                reader.Read(row);
            }

            predictions[row] = TPrediction.Create(_values);
        }
    }

    public void Dispose()
    {
        _binding.Dispose();
        _run.Dispose();
        _buffers.ForEach(static buffer => buffer.Dispose());
    }

    private IEnumerable<ColumnFeed<TInput>> Bind(OnnxGraph graph, ModelInput[] columns)
    {
        var tensor = graph.Inputs.First(input => input.Name == columns[0].OnnxName);
        var buffer = TensorBuffer.Create(tensor.Element, Rows, columns.Length, ShapeOf(tensor, columns.Length));
        _buffers.Add(buffer);
        _binding.BindInput(tensor.Name, buffer.Tensor);
        return columns.Select(input =>
            TInput
                .Schema.Columns.First(column => column.Name == input.Column)
                .Accept(new FeedMaker<TInput>(buffer, input.Position, columns.Length))
        );
    }

    private IEnumerable<PropertyReader> Bind(OnnxGraph graph, ModelOutput[] properties)
    {
        var tensor = graph.Outputs.First(output => output.Name == properties[0].OnnxName);
        var width = properties[0].Width;
        var buffer = TensorBuffer.Create(tensor.Element, Rows, width, ShapeOf(tensor, width));
        _buffers.Add(buffer);
        _binding.BindOutput(tensor.Name, buffer.Tensor);
        return properties.Select(output =>
        {
            var index = TPrediction.Schema.Columns.Select(static column => column.Name).ToList().IndexOf(output.Property);
            return TPrediction
                .Schema.Columns[index]
                .Accept(new ReaderMaker<TPrediction>(buffer, _values.Cells[index], output.Position, width));
        });
    }

    private long[] ShapeOf(OnnxTensor tensor, int width) => tensor.Shape.Count == 1 ? [Rows] : [Rows, width];
}
