namespace Mlops.Dsl;

/// <summary>
/// The generator behind splits: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). It is here,
/// and not
/// <see cref="Random"/>, so that a split stays what it is in every version of .NET.
/// </summary>
internal struct SplitRandom(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>A number from 0 to below the bound, each equally likely.</summary>
    public int Next(int bound)
    {
        // The numbers below the threshold are one too many of some remainders.
        var threshold = (0UL - (ulong)bound) % (ulong)bound;
        ulong bits;
        do
        {
            bits = NextBits();
        } while (bits < threshold);

        return (int)(bits % (ulong)bound);
    }

    /// <summary>Puts items into random order: Fisher and Yates' shuffle as Durstenfeld wrote it (CACM Algorithm 235, 1964).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
