namespace Mlops.Dsl.Execution;

/// <summary>How a stage is run: what its policy attributes say.</summary>
public sealed record StagePolicy
{
    /// <summary>The policy of a stage without policy attributes.</summary>
    public static StagePolicy Default { get; } = new();

    /// <summary>How often the stage may run in all, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The wait before the second attempt.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What the wait is multiplied by for each further attempt.</summary>
    public double RetryBackoff { get; init; } = 2;

    /// <summary>How long an attempt may take; null for as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Processor cores that the stage occupies.</summary>
    public double Cpu { get; init; } = 1;

    /// <summary>Main memory in MiB that the stage occupies.</summary>
    public long MemoryMiB { get; init; }

    /// <summary>Accelerators that the stage occupies.</summary>
    public int Gpu { get; init; }

    /// <summary>Whether the stage runs in a process of its own.</summary>
    public bool Isolated { get; init; }

    /// <summary>Whether the stage runs in every run.</summary>
    public bool NoCache { get; init; }
}
