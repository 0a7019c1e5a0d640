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
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rows form {groups.Count} group{(groups.Count == 1 ? "" : "s")}, which can't be split into {shares.Length} sets."
                )
            );
        }

        var shuffled = groups.ToArray();
        new SplitRandom(seed).Shuffle<int[]>(shuffled);
        var rowCount = shuffled.Sum(static group => group.Length);
        var sides = shares.Select(static _ => new List<int>()).ToArray();
        for (var i = 0; i < shuffled.Length; i++)
        {
            var mustFillEmpty = shuffled.Length - i <= sides.Count(static side => side.Count == 0);
            var chosen = Enumerable
                .Range(0, sides.Length)
                .Where(side => !mustFillEmpty || sides[side].Count == 0)
                .MaxBy(side => (shares[side] * rowCount) - sides[side].Count);
            sides[chosen].AddRange(shuffled[i]);
        }

        return Sorted(sides);
    }

    /// <summary>Cuts the rows, in the order of their times, where the time changes nearest to the shares.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="timeOf">Tells a row's time.</param>
    /// <param name="shares">The sides' shares, which add up to 1.</param>
    /// <returns>The indices on each side, in ascending order.</returns>
    public static int[][] ByTime<T, TTime>(Dataset<T> rows, Func<T, TTime> timeOf, double[] shares)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(timeOf);
        var times = rows.Select(timeOf).ToArray();
        var order = Enumerable.Range(0, times.Length).OrderBy(row => times[row]).ToArray();
        var changes = Enumerable
            .Range(1, order.Length - 1)
            .Where(at => Comparer<TTime>.Default.Compare(times[order[at - 1]], times[order[at]]) != 0)
            .ToArray();
        if (changes.Length < shares.Length - 1)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rows have {changes.Length + 1} time{(changes.Length == 0 ? "" : "s")}, which can't be split into "
                        + $"{shares.Length} sets."
                )
            );
        }

        var sides = new List<int>[shares.Length];
        var (start, used, share) = (0, 0, 0.0);
        for (var side = 0; side < sides.Length; side++)
        {
            share += shares[side];
            var end = order.Length;
            if (side < sides.Length - 1)
            {
                // Each side to come needs a change of its own.
                var open = changes[used..^(sides.Length - 2 - side)];
                end = open.MinBy(change => Math.Abs(change - (share * order.Length)));
                used = Array.IndexOf(changes, end) + 1;
            }

            sides[side] = [.. order[start..end]];
            start = end;
        }

        return Sorted(sides);
    }

    /// <summary>Picks rows.</summary>
    public static T[] Pick<T>(Dataset<T> rows, int[] indices)
        where T : notnull => Array.ConvertAll(indices, index => rows[index]);

    private static int[][] Sorted(List<int>[] sides) =>
        Array.ConvertAll(
            sides,
            static side =>
            {
                side.Sort();
                return side.ToArray();
            }
        );
}
