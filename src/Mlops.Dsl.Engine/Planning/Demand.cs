using System.Runtime.InteropServices;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>What a stage occupies while it runs. Cores are counted in thousandths, so that shares add up exactly.</summary>
/// <param name="MilliCpus">Thousandths of a processor core.</param>
/// <param name="MemoryMiB">Main memory in MiB.</param>
/// <param name="Gpus">Accelerators.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Demand(long MilliCpus, long MemoryMiB, int Gpus)
{
    public static Demand Of(StagePolicy policy) => new(ToMilliCpus(policy.Cpu), Math.Max(0, policy.MemoryMiB), Math.Max(0, policy.Gpu));

    public static long ToMilliCpus(double cpus) =>
        double.IsNaN(cpus) ? 0 : (long)Math.Clamp(Math.Ceiling(cpus * 1000), 0, long.MaxValue / 2);

    /// <summary>Whether a stage with this demand fits into what is there at all.</summary>
    public bool IsWithin(Demand limits) => MilliCpus <= limits.MilliCpus && MemoryMiB <= limits.MemoryMiB && Gpus <= limits.Gpus;

    public static Demand operator +(Demand left, Demand right) =>
        new(left.MilliCpus + right.MilliCpus, left.MemoryMiB + right.MemoryMiB, left.Gpus + right.Gpus);

    public static Demand operator -(Demand left, Demand right) =>
        new(left.MilliCpus - right.MilliCpus, left.MemoryMiB - right.MemoryMiB, left.Gpus - right.Gpus);
}
