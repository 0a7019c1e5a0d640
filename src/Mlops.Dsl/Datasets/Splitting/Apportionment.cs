namespace Mlops.Dsl;

/// <summary>Divides a number of rows among strata by the method of largest remainders (Hamilton's).</summary>
internal static class Apportionment
{
    /// <summary>How many rows of each stratum go to the first side, which is to get a share of all rows.</summary>
    /// <param name="sizes">The strata's sizes.</param>
    /// <param name="share">The first side's share.</param>
    /// <param name="minimumLeft">How many rows a stratum leaves to the other sides if it has more than that; at least one stays on the
    /// first side.</param>
    public static int[] Divide(IReadOnlyList<int> sizes, double share, int minimumLeft)
    {
        var counts = new int[sizes.Count];
        var remainders = new (double Remainder, int Stratum)[sizes.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            var exact = sizes[i] * share;
            counts[i] = (int)exact;
            remainders[i] = (exact - counts[i], i);
        }

        var total = (int)Math.Round(sizes.Sum(static size => (double)size) * share, MidpointRounding.AwayFromZero);
        Array.Sort(
            remainders,
            static (left, right) =>
                left.Remainder != right.Remainder ? right.Remainder.CompareTo(left.Remainder) : left.Stratum.CompareTo(right.Stratum)
        );
        for (int seat = 0, left = total - counts.Sum(); seat < left && seat < remainders.Length; seat++)
        {
            counts[remainders[seat].Stratum]++;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            // One row alone trains: no model can be measured on what it never saw anything like.
            counts[i] = Math.Clamp(counts[i], Math.Min(1, sizes[i]), Math.Max(Math.Min(1, sizes[i]), sizes[i] - minimumLeft));
        }

        return counts;
    }
}
