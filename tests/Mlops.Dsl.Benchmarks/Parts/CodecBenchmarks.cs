using BenchmarkDotNet.Attributes;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Benchmarks.Parts;

/// <summary>Encoding a float array of a model's size, beside copying the same bytes.</summary>
[MemoryDiagnoser]
public class CodecBenchmarks
{
    private readonly float[] _weights = [.. Enumerable.Range(0, 1 << 20).Select(static i => i / 7f)];
    private readonly byte[] _copy = new byte[sizeof(float) << 20];
    private readonly Codec<float[]> _codec = Codecs.Array(Codecs.Single);

    [Benchmark(Baseline = true)]
    public void CopyBytes() => Buffer.BlockCopy(_weights, 0, _copy, 0, _copy.Length);

    [Benchmark]
    public void Encode()
    {
        using var stream = new MemoryStream(_copy.Length + 16);
        using var writer = new ArtifactWriter(stream, NoFiles.Instance);
        _codec.Write(writer, _weights);
    }
}

internal sealed class NoFiles : IArtifactFiles
{
    public static NoFiles Instance { get; } = new();

    public ContentHash HashInPlace(string path) => throw new NotSupportedException("The benchmark has no files.");

    public ContentHash Store(string path) => throw new NotSupportedException("The benchmark has no files.");

    public string GetPath(ContentHash content) => throw new NotSupportedException("The benchmark has no files.");
}
