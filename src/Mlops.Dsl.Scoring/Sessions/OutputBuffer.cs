using Microsoft.ML.OnnxRuntime;

namespace Mlops.Dsl.Sessions;

/// <summary>An output of the graph: a tensor of fixed size that ONNX Runtime writes into.</summary>
internal abstract class OutputBuffer(OrtValue tensor) : IDisposable
{
    public OrtValue Tensor { get; } = tensor;

    public void Dispose() => Tensor.Dispose();
}

/// <summary>Numbers, in an array of ours.</summary>
internal sealed class NumberOutput<TElement>(TElement[] elements, OrtValue tensor) : OutputBuffer(tensor)
    where TElement : unmanaged
{
    public TElement[] Elements { get; } = elements;

    public static NumberOutput<TElement> Create(int rows, int width, long[] shape)
    {
        var elements = GC.AllocateArray<TElement>(rows * width, pinned: true);
        return new NumberOutput<TElement>(elements, OrtValue.CreateTensorValueFromMemory(elements, shape));
    }
}

/// <summary>Texts, which ONNX Runtime keeps itself.</summary>
internal sealed class TextOutput(long[] shape) : OutputBuffer(OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape));
