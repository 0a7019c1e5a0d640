using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Deals rows out to sides.</summary>
internal static class DatasetSplitter
{
    /// <summary>Deals the rows of each stratum out in random order: first the first side's, then the second's, and so on.</summary>
    /// <param name="strata">The indices of the rows.</param>
    /// <param name="shares">The sides' shares, which add up to 1.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The indices on each side, in ascending order.</returns>
    public static int[][] ByStratum(List<int[]> strata, double[] shares, int seed)
    {
        var random = new SplitRandom(seed);
        foreach (var stratum in strata)
        {
            random.Shuffle<int>(stratum);
        }

        var sides = shares.Select(static _ => new List<int>()).ToArray();
        var dealt = new int[strata.Count];
        var shareLeft = 1.0;
        for (var side = 0; side < sides.Length; side++)
        {
            var left = strata.Select((stratum, i) => stratum.Length - dealt[i]).ToArray();
            var counts = side == sides.Length - 1 ? left : Apportionment.Divide(left, shares[side] / shareLeft, sides.Length - 1 - side);
            for (var i = 0; i < counts.Length; i++)
            {
                sides[side].AddRange(strata[i].AsSpan(dealt[i], counts[i]));
                dealt[i] += counts[i];
            }

            shareLeft -= shares[side];
        }

        return Sorted(sides);
    }

    /// <summary>Deals whole groups out in random order, each to the side that lacks most rows.</summary>
    /// <inheritdoc cref="ByStratum" />
    public static int[][] ByGroup(List<int[]> groups, double[] shares, int seed)
    {
        if (groups.Count < shares.Length)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The rows form {groups.Count} group{(groups.Count == 1 ? "" : "s")}, which can't be split into {shares.Length} sets."));
        }

        var shuffled = groups.ToArray();
        new SplitRandom(seed).Shuffle<int[]>(shuffled);
        var rowCount = shuffled.Sum(static group => group.Length);
        var sides = shares.Select(static _ => new List<int>()).ToArray();
        for (var i = 0; i < shuffled.Length; i++)
        {
            var mustFillEmpty = shuffled.Length - i <= sides.Count(static side => side.Count == 0);
            var chosen = Enumerable.Range(0, sides.Length)
                .Where(side => !mustFillEmpty || sides[side].Count == 0)
                .MaxBy(side => (shares[side] * rowCount) - sides[side].Count);
            sides[chosen].AddRange(shuffled[i]);
        }

        return Sorted(sides);
    }

    /// <summary>Picks rows.</summary>
    public static T[] Pick<T>(Dataset<T> rows, int[] indices)
        where T : notnull => Array.ConvertAll(indices, index => rows[index]);

    private static int[][] Sorted(List<int>[] sides) => Array.ConvertAll(sides, static side =>
    {
        side.Sort();
        return side.ToArray();
    });
}
