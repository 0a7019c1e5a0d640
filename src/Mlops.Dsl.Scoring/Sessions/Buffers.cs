namespace Mlops.Dsl.Sessions;

/// <summary>Makes buffers by the type of their elements.</summary>
internal static class Buffers
{
    public static InputBuffer Input(OnnxElement element, int rows, int width, long[] shape) => element switch
    {
        OnnxElement.Float => NumberInput<float>.Create(rows, width, shape),
        OnnxElement.Double => NumberInput<double>.Create(rows, width, shape),
        OnnxElement.Bool => NumberInput<bool>.Create(rows, width, shape),
        OnnxElement.Int8 => NumberInput<sbyte>.Create(rows, width, shape),
        OnnxElement.UInt8 => NumberInput<byte>.Create(rows, width, shape),
        OnnxElement.Int16 => NumberInput<short>.Create(rows, width, shape),
        OnnxElement.UInt16 => NumberInput<ushort>.Create(rows, width, shape),
        OnnxElement.Int32 => NumberInput<int>.Create(rows, width, shape),
        OnnxElement.UInt32 => NumberInput<uint>.Create(rows, width, shape),
        OnnxElement.Int64 => NumberInput<long>.Create(rows, width, shape),
        OnnxElement.UInt64 => NumberInput<ulong>.Create(rows, width, shape),
        OnnxElement.String => new TextInput(shape),
        _ => throw Unknown(element),
    };

    public static OutputBuffer Output(OnnxElement element, int rows, int width, long[] shape) => element switch
    {
        OnnxElement.Float => NumberOutput<float>.Create(rows, width, shape),
        OnnxElement.Double => NumberOutput<double>.Create(rows, width, shape),
        OnnxElement.Bool => NumberOutput<bool>.Create(rows, width, shape),
        OnnxElement.Int8 => NumberOutput<sbyte>.Create(rows, width, shape),
        OnnxElement.UInt8 => NumberOutput<byte>.Create(rows, width, shape),
        OnnxElement.Int16 => NumberOutput<short>.Create(rows, width, shape),
        OnnxElement.UInt16 => NumberOutput<ushort>.Create(rows, width, shape),
        OnnxElement.Int32 => NumberOutput<int>.Create(rows, width, shape),
        OnnxElement.UInt32 => NumberOutput<uint>.Create(rows, width, shape),
        OnnxElement.Int64 => NumberOutput<long>.Create(rows, width, shape),
        OnnxElement.UInt64 => NumberOutput<ulong>.Create(rows, width, shape),
        OnnxElement.String => new TextOutput(shape),
        _ => throw Unknown(element),
    };

    private static ModelException Unknown(OnnxElement element) => new($"No column is made of the elements '{element}'.");
}
