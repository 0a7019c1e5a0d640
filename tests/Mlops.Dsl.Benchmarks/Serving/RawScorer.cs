using Microsoft.ML.OnnxRuntime;

namespace Mlops.Dsl.Benchmarks.Serving;

/// <summary>The floor of a scorer: buffers bound to a session once, filled and read by hand. One thread at a time uses it.</summary>
internal sealed class RawScorer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _run = new();
    private readonly float[] _ages;
    private readonly bool[] _labels;
    private readonly float[] _probabilities;
    private readonly OrtValue[] _tensors;

    public RawScorer(InferenceSession session, int rows)
    {
        _session = session;
        _ages = GC.AllocateArray<float>(rows, pinned: true);
        _labels = GC.AllocateArray<bool>(rows, pinned: true);
        _probabilities = GC.AllocateArray<float>(rows, pinned: true);
        long[] shape = [rows, 1];
        _tensors =
        [
            OrtValue.CreateTensorValueFromMemory(_ages, shape),
            OrtValue.CreateTensorValueFromMemory(_labels, shape),
            OrtValue.CreateTensorValueFromMemory(_probabilities, shape),
        ];
        _binding = session.CreateIoBinding();
        _binding.BindInput("Age", _tensors[0]);
        _binding.BindOutput("Over50K", _tensors[1]);
        _binding.BindOutput("Probability", _tensors[2]);
    }

    /// <summary>A session with the options that a scorer's has.</summary>
    public static InferenceSession Open(ReadOnlyMemory<byte> onnx)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(onnx.ToArray(), options);
    }

    /// <summary>Scores one row.</summary>
    public (bool Label, float Probability) Score(int age)
    {
        _ages[0] = age;
        _session.RunWithBinding(_run, _binding);
        return (_labels[0], _probabilities[0]);
    }

    /// <summary>Scores as many rows as there are.</summary>
    public void Score(ReadOnlySpan<int> ages, Span<(bool Label, float Probability)> predictions)
    {
        for (var i = 0; i < ages.Length; i++)
        {
            _ages[i] = ages[i];
        }

        _session.RunWithBinding(_run, _binding);
        for (var i = 0; i < ages.Length; i++)
        {
            predictions[i] = (_labels[i], _probabilities[i]);
        }
    }

    public void Dispose()
    {
        _binding.Dispose();
        _run.Dispose();
        Array.ForEach(_tensors, static tensor => tensor.Dispose());
    }
}
