namespace Mlops.Dsl;

/// <summary>What a model is computed on.</summary>
public enum ScorerDevice
{
    /// <summary>The processor.</summary>
    Cpu = 0,

    /// <summary>An NVIDIA graphics processor: needs the package <c>Mlops.Dsl.OnnxRuntime.Gpu</c> and CUDA.</summary>
    Cuda = 1,
}

/// <summary>How a model is scored.</summary>
public sealed record ScorerOptions
{
    /// <summary>What it is computed on.</summary>
    public ScorerDevice Device { get; init; }

    /// <summary>Which graphics processor, from 0.</summary>
    public int DeviceId { get; init; }

    /// <summary>
    /// How many threads compute one call, at least 1. More than 1 pays for large graphs only: sessions in one process do not share their
    /// threads, and requests run beside each
    /// other anyway.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many rows are computed at once where many are given, at least 1.</summary>
    public int BatchSize { get; init; } = 1024;
}
