namespace Mlops.Dsl;

/// <summary>Compares what a model does for the groups of a protected column, with all groups drawn together in each sample.</summary>
internal static class GroupComparison
{
    private const int CountsPerGroup = 4;

    /// <summary>How differently the groups are treated.</summary>
    public static ColumnFairness Compare(SliceColumn column, bool[] labels, bool[] decisions, EvaluationOptions options)
    {
        var slices = Slices.Of(column, labels.Length);
        var compared = slices.Where(slice => slice.Rows.Length >= options.MinimumSliceRows).ToArray();
        var groups = new int[labels.Length];
        Array.Fill(groups, -1);
        for (var group = 0; group < compared.Length; group++)
        {
            Array.ForEach(compared[group].Rows, row => groups[row] = group);
        }

        var metrics = Bootstrap.Run(labels.Length, 2, Measure, options);
        return new ColumnFairness(
            column.Name,
            metrics[0],
            metrics[1],
            [.. compared.Select(static slice => slice.Value)],
            [.. slices.Except(compared).Select(static slice => slice.Value)]
        );

        void Measure(ReadOnlySpan<int> weights, Span<double> differences)
        {
            var counts = new long[compared.Length * CountsPerGroup];
            for (var i = 0; i < weights.Length; i++)
            {
                if (groups[i] >= 0)
                {
                    counts[(groups[i] * CountsPerGroup) + (labels[i] ? 1 : 0) + (decisions[i] ? 2 : 0)] += weights[i];
                }
            }

            var truePositives = Spread(counts, static group => (double)group[3] / (group[1] + group[3]));
            var falsePositives = Spread(counts, static group => (double)group[2] / (group[0] + group[2]));

            // Math.Max passes NaN on: odds that can't be compared are not equal.
            differences[0] = Math.Max(truePositives, falsePositives);
            differences[1] = Spread(counts, static group => (double)(group[2] + group[3]) / (group[0] + group[1] + group[2] + group[3]));
        }
    }

    // The difference between the greatest and the least rate of the groups that have one; NaN for fewer than two.
    private static double Spread(long[] counts, Func<ArraySegment<long>, double> rate)
    {
        var (least, most, defined) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        for (var i = 0; i < counts.Length; i += CountsPerGroup)
        {
            var value = rate(new ArraySegment<long>(counts, i, CountsPerGroup));
            if (!double.IsNaN(value))
            {
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
                defined++;
            }
        }

        return defined < 2 ? double.NaN : most - least;
    }
}
