using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Benchmarks.Parts;

/// <summary>The hash of a small artifact, beside the bare SHA-256.</summary>
[MemoryDiagnoser]
public class HashBenchmarks
{
    private readonly byte[] _content = new byte[256];

    [Benchmark(Baseline = true)]
    public byte[] Bare() => SHA256.HashData(_content);

    [Benchmark]
    public ContentHash ContentHashOf() => ContentHash.Of(_content);
}
