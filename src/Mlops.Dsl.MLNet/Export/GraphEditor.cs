using Mlops.Dsl.Onnx;

namespace Mlops.Dsl.MLNet.Export;

/// <summary>Gives a graph other outputs, and leaves out what they do not need.</summary>
internal sealed class GraphEditor
{
    private const int NodeName = 3;
    private const int NodeType = 4;
    private const int ValueName = 1;
    private const int ValueType = 2;
    private const int AttributeGraph = 6;
    private const int AttributeType = 20;
    private readonly ProtoMessage _model;
    private readonly ProtoMessage _graph;
    private readonly List<ProtoMessage> _nodes;
    private readonly Dictionary<string, ProtoMessage> _outputs;
    private readonly HashSet<string> _names;

    public GraphEditor(byte[] onnx)
    {
        _model = ProtoMessage.Parse(onnx);
        _graph = _model.Messages(OnnxFields.ModelGraph).Last();
        _nodes = [.. _graph.Messages(OnnxFields.GraphNode)];
        _outputs = _graph
            .Messages(OnnxFields.GraphOutput)
            .ToDictionary(static output => output.Texts(ValueName).Last(), StringComparer.Ordinal);
        _names =
        [
            .. _nodes.SelectMany(static node => node.Texts(OnnxFields.NodeInput).Concat(node.Texts(OnnxFields.NodeOutput))),
            .. _outputs.Keys,
        ];
    }

    /// <summary>Adds an output that is a copy of another.</summary>
    public void AddCopy(string source, string output)
    {
        var type = _outputs[source].All(ValueType).Last();
        Add(source, output, "Identity", type, []);
    }

    /// <summary>Adds an output that is the largest of another's values for a row.</summary>
    public void AddLargest(string source, string output)
    {
        // ReduceMax(axes = [1], keepdims = 1), as it is up to operator set 17.
        var axes = new ProtoMessage([ProtoField.Of(ValueName, "axes"), ProtoField.Of(8, 1), ProtoField.Of(AttributeType, 7)]);
        var keep = new ProtoMessage([ProtoField.Of(ValueName, "keepdims"), ProtoField.Of(3, 1), ProtoField.Of(AttributeType, 2)]);
        Add(source, output, "ReduceMax", OneFloat(), [axes, keep]);
    }

    /// <summary>The model with the given outputs only.</summary>
    public byte[] ToBytes(IReadOnlyList<string> outputs)
    {
        var needed = outputs.ToHashSet(StringComparer.Ordinal);
        var kept = new List<ProtoMessage>();
        // What the graph inside a node uses from outside is not among the node's inputs: such a model keeps everything.
        var keepsAll = _nodes.Exists(static node =>
            node.Messages(OnnxFields.NodeAttribute).Any(static attribute => attribute.All(AttributeGraph).Any())
        );
        foreach (var node in Enumerable.Reverse(_nodes))
        {
            // Nodes stand after those that they need.
            if (keepsAll || node.Texts(OnnxFields.NodeOutput).Any(needed.Contains))
            {
                needed.UnionWith(node.Texts(OnnxFields.NodeInput));
                kept.Insert(0, node);
            }
        }

        var fields = kept.Select(static node => ProtoField.Of(OnnxFields.GraphNode, node.ToBytes())).ToList();
        fields.AddRange(
            _graph.Fields.Where(field =>
                field.Number switch
                {
                    // The shapes of what is in between are hints; the converter's are wrong for one-hot vectors.
                    OnnxFields.GraphNode or OnnxFields.GraphOutput or OnnxFields.GraphValueInfo => false,
                    OnnxFields.GraphInput => keepsAll || needed.Contains(NameOf(field, ValueName)),
                    OnnxFields.GraphInitializer => keepsAll || needed.Contains(NameOf(field, OnnxFields.TensorName)),
                    _ => true,
                }
            )
        );
        fields.AddRange(outputs.Select(output => ProtoField.Of(OnnxFields.GraphOutput, _outputs[output].ToBytes())));
        var graph = new ProtoMessage(fields).ToBytes();
        return new ProtoMessage(
            _model.Fields.Select(field => field.Number == OnnxFields.ModelGraph ? ProtoField.Of(OnnxFields.ModelGraph, graph) : field)
        ).ToBytes();
    }

    private static string NameOf(ProtoField field, int number) => ProtoMessage.Parse(field.Bytes).Texts(number).LastOrDefault() ?? "";

    private void Add(string source, string output, string operation, ReadOnlyMemory<byte> type, IEnumerable<ProtoMessage> attributes)
    {
        if (!_names.Add(output))
        {
            if (_graph.Messages(OnnxFields.GraphInput).Any(input => input.Texts(ValueName).Contains(output, StringComparer.Ordinal)))
            {
                throw new ModelException(
                    $"The prediction's property '{output}' has the name of an input column, and a graph has one value of a name; call one "
                        + $"of them something else."
                );
            }

            Rename(output);
        }

        _nodes.Add(
            new ProtoMessage([
                ProtoField.Of(OnnxFields.NodeInput, source),
                ProtoField.Of(OnnxFields.NodeOutput, output),
                ProtoField.Of(NodeName, $"prediction {output}"),
                ProtoField.Of(NodeType, operation),
                .. attributes.Select(static attribute => ProtoField.Of(OnnxFields.NodeAttribute, attribute.ToBytes())),
            ])
        );
        _outputs[output] = new ProtoMessage([ProtoField.Of(ValueName, output), ProtoField.Of(ValueType, type)]);
    }

    // A value inside the graph has the property's name: it gets another.
    private void Rename(string name)
    {
        var other = name;
        while (!_names.Add(other))
        {
            other += "'";
        }

        for (var i = 0; i < _nodes.Count; i++)
        {
            _nodes[i] = new ProtoMessage(
                _nodes[i]
                    .Fields.Select(field =>
                        field.Number is OnnxFields.NodeInput or OnnxFields.NodeOutput && field.Text == name
                            ? ProtoField.Of(field.Number, other)
                            : field
                    )
            );
        }
    }

    // TypeProto { tensor_type { elem_type: FLOAT, shape { dim {}, dim { dim_value: 1 } } } }
    private static byte[] OneFloat()
    {
        var shape = new ProtoMessage([
            ProtoField.Of(1, ReadOnlyMemory<byte>.Empty),
            ProtoField.Of(1, new ProtoMessage([ProtoField.Of(1, 1)]).ToBytes()),
        ]);
        var tensor = new ProtoMessage([ProtoField.Of(1, (ulong)OnnxElement.Float), ProtoField.Of(2, shape.ToBytes())]);
        return new ProtoMessage([ProtoField.Of(1, tensor.ToBytes())]).ToBytes();
    }
}
