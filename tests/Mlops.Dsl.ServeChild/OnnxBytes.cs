using System.Text;

namespace Mlops.Dsl.ServeChild;

/// <summary>
/// Writes small ONNX graphs: the protobuf messages of onnx.proto, as far as they are needed. Values have the shape [rows, 1].
/// </summary>
internal sealed class OnnxBytes
{
    private const int IrVersion = 8;
    private const int Opset = 17;

    private byte[] _graph = [];

    public OnnxBytes Node(string operation, string output, params string[] inputs)
    {
        using var node = new MemoryStream();
        foreach (var input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, operation);
        return Add(1, node);
    }

    public OnnxBytes Constant(string name, float value)
    {
        using var tensor = new MemoryStream();
        Number(tensor, 1, 1);
        Number(tensor, 2, (int)OnnxElement.Float);
        Text(tensor, 8, name);
        Bytes(tensor, 9, BitConverter.GetBytes(value));
        return Add(5, tensor);
    }

    public OnnxBytes Input(string name, OnnxElement element) => Add(11, Value(name, element));

    public OnnxBytes Output(string name, OnnxElement element) => Add(12, Value(name, element));

    public byte[] ToArray()
    {
        using var name = new MemoryStream();
        Text(name, 2, "tiny");
        using var opset = new MemoryStream();
        Text(opset, 1, "");
        Number(opset, 2, Opset);
        using var model = new MemoryStream();
        Number(model, 1, IrVersion);
        Bytes(model, 7, [.. _graph, .. name.ToArray()]);
        Bytes(model, 8, opset.ToArray());
        return model.ToArray();
    }

    private static MemoryStream Value(string name, OnnxElement element)
    {
        using var rows = new MemoryStream();
        Text(rows, 2, "rows");
        using var one = new MemoryStream();
        Number(one, 1, 1);
        using var shape = new MemoryStream();
        Bytes(shape, 1, rows.ToArray());
        Bytes(shape, 1, one.ToArray());
        using var tensor = new MemoryStream();
        Number(tensor, 1, (int)element);
        Bytes(tensor, 2, shape.ToArray());
        using var type = new MemoryStream();
        Bytes(type, 1, tensor.ToArray());
        var value = new MemoryStream();
        Text(value, 1, name);
        Bytes(value, 2, type.ToArray());
        return value;
    }

    private OnnxBytes Add(int field, MemoryStream message)
    {
        using var part = new MemoryStream();
        Bytes(part, field, message.ToArray());
        _graph = [.. _graph, .. part.ToArray()];
        return this;
    }

    private static void Text(Stream to, int field, string text) => Bytes(to, field, Encoding.UTF8.GetBytes(text));

    private static void Bytes(Stream to, int field, byte[] bytes)
    {
        Varint(to, (field << 3) | 2);
        Varint(to, bytes.Length);
        to.Write(bytes);
    }

    private static void Number(Stream to, int field, int value)
    {
        Varint(to, field << 3);
        Varint(to, value);
    }

    private static void Varint(Stream to, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.WriteByte((byte)(value | 0x80));
        }

        to.WriteByte((byte)value);
    }
}
