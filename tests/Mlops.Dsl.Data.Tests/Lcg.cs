namespace Mlops.Dsl.Data.Tests;

/// <summary>
/// The generator that the fixtures were computed with, in Python too: x := (1103515245 x + 12345) mod 2^31, of which the upper 23
/// bits are taken.
/// </summary>
internal sealed class Lcg(long seed)
{
    private long _state = seed;

    public int Next(int bound)
    {
        _state = ((_state * 1103515245) + 12345) % 2147483648;
        return (int)((_state >> 8) % bound);
    }
}
