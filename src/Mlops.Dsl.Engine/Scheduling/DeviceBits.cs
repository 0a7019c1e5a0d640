using System.Numerics;

namespace Mlops.Dsl.Engine;

/// <summary>Sets of accelerators, each a bit.</summary>
internal static class DeviceBits
{
    private const int Most = 64;

    /// <summary>The first few; of more than 64, the first 64.</summary>
    public static ulong First(int count) =>
        count <= 0 ? 0
        : count >= Most ? ulong.MaxValue
        : (1UL << count) - 1;

    /// <summary>The lowest few of a set, or all where there are not as many.</summary>
    public static ulong Lowest(ulong devices, int count)
    {
        var taken = 0UL;
        for (; count > 0 && devices != 0; count--)
        {
            var lowest = devices & (~devices + 1);
            taken |= lowest;
            devices ^= lowest;
        }

        return taken;
    }

    /// <summary>The positions of a set's members, in order.</summary>
    public static int[] PositionsOf(ulong devices)
    {
        if (devices == 0)
        {
            return [];
        }

        var positions = new int[BitOperations.PopCount(devices)];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = BitOperations.TrailingZeroCount(devices);
            devices &= devices - 1;
        }

        return positions;
    }
}
