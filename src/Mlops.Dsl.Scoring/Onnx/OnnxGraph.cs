namespace Mlops.Dsl.Onnx;

/// <summary>An input or output of a graph. A dimension that the graph leaves open is 0.</summary>
internal sealed record OnnxTensor(string Name, OnnxElement Element, IReadOnlyList<long> Shape)
{
    /// <summary>How many values it has for one row; 0 where the graph leaves it open.</summary>
    public long Width => Shape.Skip(1).Aggregate(1L, static (product, size) => product * size);

    public override string ToString() =>
        $"{Element}[{string.Join(", ", Shape.Select(static size => size == 0 ? "?" : FormattableString.Invariant($"{size}")))}]";
}

/// <summary>What a graph says of itself (onnx.proto3).</summary>
internal sealed class OnnxGraph
{
    private OnnxGraph(IReadOnlyList<OnnxOpset> opsets, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxTensor> outputs) =>
        (Opsets, Inputs, Outputs) = (opsets, inputs, outputs);

    public IReadOnlyList<OnnxOpset> Opsets { get; }

    /// <summary>What has to be given: inputs with a default value are not among them.</summary>
    public IReadOnlyList<OnnxTensor> Inputs { get; }

    public IReadOnlyList<OnnxTensor> Outputs { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelException">The bytes are no ONNX model.</exception>
    public static OnnxGraph Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var model = ProtoMessage.Parse(bytes);
            var graph = model.Messages(OnnxFields.ModelGraph).LastOrDefault() ?? throw new FormatException("It has no graph.");
            var opsets = model
                .Messages(OnnxFields.ModelOpset)
                .Select(static set => new OnnxOpset(set.Texts(1).LastOrDefault() ?? "", set.Number(2)))
                .ToList();
            var defaults = graph
                .Messages(OnnxFields.GraphInitializer)
                .SelectMany(static tensor => tensor.Texts(OnnxFields.TensorName))
                .ToHashSet(StringComparer.Ordinal);
            var inputs = graph.Messages(OnnxFields.GraphInput).Select(Tensor).Where(input => !defaults.Contains(input.Name)).ToList();
            var outputs = graph.Messages(OnnxFields.GraphOutput).Select(Tensor).ToList();
            return opsets.Count > 0 && outputs.Count > 0
                ? new OnnxGraph(opsets, inputs, outputs)
                : throw new FormatException(opsets.Count == 0 ? "It names no set of operators." : "Its graph has no output.");
        }
        catch (FormatException exception)
        {
            throw new ModelException(
                $"The {bytes.Length} bytes are no ONNX model. {exception.Message} Give the unchanged bytes of an .onnx file.",
                exception
            );
        }
    }

    private static OnnxTensor Tensor(ProtoMessage value)
    {
        var tensor = value.Messages(2).SelectMany(static type => type.Messages(1)).LastOrDefault();
        var element = (OnnxElement)(tensor?.Number(1) ?? 0);
        var shape = tensor?.Messages(2).LastOrDefault()?.Messages(1).Select(static dimension => Math.Max(0, dimension.Number(1))).ToList();
        return new OnnxTensor(value.Texts(1).LastOrDefault() ?? "", Enum.IsDefined(element) ? element : OnnxElement.None, shape ?? []);
    }
}

/// <summary>The numbers of the fields that are read here (onnx.proto3).</summary>
internal static class OnnxFields
{
    public const int ModelGraph = 7;
    public const int ModelOpset = 8;
    public const int GraphNode = 1;
    public const int GraphInitializer = 5;
    public const int GraphInput = 11;
    public const int GraphOutput = 12;
    public const int GraphValueInfo = 13;
    public const int NodeInput = 1;
    public const int NodeOutput = 2;
    public const int NodeAttribute = 5;
    public const int TensorName = 8;
}
