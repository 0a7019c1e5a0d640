namespace Income.Demo;

/// <summary>
/// The generator SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): the same numbers on
/// every machine and with every version of .NET, so that the sample is the same file.
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to and without 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Whether something of a given probability happens.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>About normally distributed: a sum of uniform numbers, so that no library's logarithm decides about a digit.</summary>
    public double Normal(double mean, double deviation)
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Next();
        }

        return mean + (deviation * (sum - 6));
    }

    /// <summary>One of some values, each as likely as its weight.</summary>
    public T Choose<T>(params ReadOnlySpan<(T Value, int Weight)> choices)
    {
        var total = 0;
        foreach (var (_, weight) in choices)
        {
            total += weight;
        }

        var at = (int)(Next() * total);
        foreach (var (value, weight) in choices)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        return choices[^1].Value;
    }
}
