using Microsoft.ML.OnnxRuntime;

namespace Mlops.Dsl.Sessions;

/// <summary>
/// An input or output of the graph: a tensor of fixed size that rows' values are put into, or that ONNX Runtime writes into.
/// </summary>
internal abstract class TensorBuffer(OrtValue tensor) : IDisposable
{
    public OrtValue Tensor { get; } = tensor;

    /// <summary>Makes a buffer of the shape: rows × width elements.</summary>
    /// <exception cref="ModelException">No column is made of such elements.</exception>
    public static TensorBuffer Create(OnnxElement element, int rows, int width, long[] shape) =>
        element switch
        {
            OnnxElement.Float => NumberBuffer<float>.Create(rows, width, shape),
            OnnxElement.Double => NumberBuffer<double>.Create(rows, width, shape),
            OnnxElement.Bool => NumberBuffer<bool>.Create(rows, width, shape),
            OnnxElement.Int8 => NumberBuffer<sbyte>.Create(rows, width, shape),
            OnnxElement.UInt8 => NumberBuffer<byte>.Create(rows, width, shape),
            OnnxElement.Int16 => NumberBuffer<short>.Create(rows, width, shape),
            OnnxElement.UInt16 => NumberBuffer<ushort>.Create(rows, width, shape),
            OnnxElement.Int32 => NumberBuffer<int>.Create(rows, width, shape),
            OnnxElement.UInt32 => NumberBuffer<uint>.Create(rows, width, shape),
            OnnxElement.Int64 => NumberBuffer<long>.Create(rows, width, shape),
            OnnxElement.UInt64 => NumberBuffer<ulong>.Create(rows, width, shape),
            OnnxElement.String => new TextBuffer(shape),
            _ => throw new ModelException($"No column is made of the elements '{element}'."),
        };

    public void Dispose() => Tensor.Dispose();
}

/// <summary>Numbers, in an array of ours that ONNX Runtime reads and writes where it lies.</summary>
internal sealed class NumberBuffer<TElement>(TElement[] elements, OrtValue tensor) : TensorBuffer(tensor)
    where TElement : unmanaged
{
    public TElement[] Elements { get; } = elements;

    public static NumberBuffer<TElement> Create(int rows, int width, long[] shape)
    {
        var elements = GC.AllocateArray<TElement>(rows * width, pinned: true);
        return new NumberBuffer<TElement>(elements, OrtValue.CreateTensorValueFromMemory(elements, shape));
    }
}

/// <summary>Texts, which ONNX Runtime keeps itself.</summary>
internal sealed class TextBuffer(long[] shape) : TensorBuffer(OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape));
