namespace Mlops.Dsl;

/// <summary>
/// The generator behind resampling: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), bounded without bias by Lemire's method (ACM Transactions
/// on Modeling and
/// Computer Simulation 29, 2019). Not <see cref="Random"/>, so that intervals stay what they are in every version of .NET.
/// </summary>
internal struct ResampleRandom
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>Starts the stream of one sample: each has its own, so that samples don't depend on each other's order.</summary>
    public ResampleRandom(int seed, int sample)
    {
        _state = (ulong)seed;
        _state = NextBits() + ((ulong)sample * 0xD1342543DE82EF95);
    }

    /// <summary>A number from 0 to below the bound, each equally likely.</summary>
    public int Next(int bound)
    {
        var product = (NextBits() >> 32) * (ulong)bound;
        if ((uint)product < (uint)bound)
        {
            var threshold = (uint)-bound % (uint)bound;
            while ((uint)product < threshold)
            {
                product = (NextBits() >> 32) * (ulong)bound;
            }
        }

        return (int)(product >> 32);
    }

    private ulong NextBits()
    {
        _state += Increment;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
