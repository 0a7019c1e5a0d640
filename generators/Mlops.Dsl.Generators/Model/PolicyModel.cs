namespace Mlops.Dsl.Generators.Model;

/// <summary>How a stage is run. The defaults are those of <c>StagePolicy</c>.</summary>
internal sealed record PolicyModel
{
    public int Attempts { get; init; } = 1;

    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    public double RetryBackoff { get; init; } = 2;

    public TimeSpan? Timeout { get; init; }

    public double Cpu { get; init; } = 1;

    public long MemoryMiB { get; init; }

    public int Gpu { get; init; }

    public bool Isolated { get; init; }

    public bool NoCache { get; init; }
}
