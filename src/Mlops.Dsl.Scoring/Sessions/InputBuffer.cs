using Microsoft.ML.OnnxRuntime;

namespace Mlops.Dsl.Sessions;

/// <summary>An input of the graph: a tensor of fixed size that the rows' values are put into.</summary>
internal abstract class InputBuffer(OrtValue tensor) : IDisposable
{
    public OrtValue Tensor { get; } = tensor;

    public void Dispose() => Tensor.Dispose();
}

/// <summary>Numbers, in an array that ONNX Runtime reads where it lies.</summary>
internal sealed class NumberInput<TElement>(TElement[] elements, OrtValue tensor) : InputBuffer(tensor)
    where TElement : unmanaged
{
    public TElement[] Elements { get; } = elements;

    public static NumberInput<TElement> Create(int rows, int width, long[] shape)
    {
        var elements = GC.AllocateArray<TElement>(rows * width, pinned: true);
        return new NumberInput<TElement>(elements, OrtValue.CreateTensorValueFromMemory(elements, shape));
    }
}

/// <summary>Texts, which ONNX Runtime keeps itself.</summary>
internal sealed class TextInput(long[] shape) : InputBuffer(OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape));
