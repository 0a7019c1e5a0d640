namespace Mlops.Dsl.Engine;

/// <summary>What the stages of a run may occupy together. Not safe for concurrent use.</summary>
internal sealed class ResourcePool(Demand limits)
{
    private Demand _used;
    private int _holders;
    private bool _isHeldAlone;
    private ulong _freeDevices = DeviceBits.First(limits.Gpus);

    /// <summary>What there is.</summary>
    public Demand Limits { get; } = limits;

    /// <summary>The pool of a run on this machine.</summary>
    public static ResourcePool For(RunOptions options) =>
        new(
            new Demand(
                Demand.ToMilliCpus(options.Cpus ?? Environment.ProcessorCount),
                options.MemoryMiB ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024),
                options.Gpus
            )
        );

    /// <summary>Whether a stage can start now. One that needs more than there is runs alone.</summary>
    public bool Fits(Demand demand) => !_isHeldAlone && (demand.IsWithin(Limits) ? (_used + demand).IsWithin(Limits) : _holders == 0);

    /// <summary>Occupies resources.</summary>
    /// <returns>The accelerators that they include, a bit each; fewer than asked for where there are not as many.</returns>
    public ulong Take(Demand demand)
    {
        _used += demand;
        _holders++;
        _isHeldAlone = !demand.IsWithin(Limits);
        var devices = DeviceBits.Lowest(_freeDevices, demand.Gpus);
        _freeDevices &= ~devices;
        return devices;
    }

    /// <summary>Gives back what <see cref="Take"/> took.</summary>
    public void Release(Demand demand, ulong devices)
    {
        _freeDevices |= devices;
        _used -= demand;
        _holders--;
        _isHeldAlone = false;
    }
}
