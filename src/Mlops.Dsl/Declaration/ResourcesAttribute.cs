namespace Mlops.Dsl;

/// <summary>What the stage occupies while it runs. Stages run side by side as far as the run's resources allow.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResourcesAttribute : Attribute
{
    /// <summary>Processor cores, at least 0. Default: 1.</summary>
    public double Cpu { get; set; } = 1;

    /// <summary>Main memory in MiB, at least 0. Default: 0, not counted.</summary>
    public long MemoryMiB { get; set; }

    /// <summary>Accelerators, at least 0. Default: 0.</summary>
    public int Gpu { get; set; }

    /// <summary>
    /// Whether the stage runs in a process of its own, so that it can be ended at any moment and its death is not the run's. Then
    /// <see cref="MemoryMiB"/> is a limit, too. Default: false.
    /// </summary>
    public bool Isolated { get; set; }
}
