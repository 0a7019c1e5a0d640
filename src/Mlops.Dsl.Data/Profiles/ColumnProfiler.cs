namespace Mlops.Dsl;

/// <summary>Sums up the values of a column.</summary>
internal static class ColumnProfiler
{
    private const int Bins = 10;

    /// <summary>The profile of a column.</summary>
    public static ColumnProfile Profile<TRow>(RowColumn<TRow> column, ColumnValues values) =>
        new(
            column.Name,
            column.TypeName,
            values.Kind,
            values.Rows,
            values.Missing,
            values.Distinct,
            values.Untold == 0,
            values.Kind == ColumnKind.Number ? Numbers(values.Numbers) : null,
            values.Kind == ColumnKind.Category ? Categories(values) : null
        );

    /// <summary>How many ascending values are in each bin.</summary>
    public static int[] Count(ReadOnlySpan<double> sorted, IReadOnlyList<double> edges)
    {
        var counts = new int[edges.Count + 1];
        var bin = 0;
        foreach (var value in sorted)
        {
            while (bin < edges.Count && value > edges[bin])
            {
                bin++;
            }

            counts[bin]++;
        }

        return counts;
    }

    private static NumberProfile Numbers(double[] sorted)
    {
        var (mean, deviation) = Moments(sorted);
        var edges = Edges(sorted);
        return new NumberProfile(
            sorted is [var least, ..] ? least : double.NaN,
            sorted is [.., var most] ? most : double.NaN,
            mean,
            deviation,
            edges,
            Count(sorted, edges)
        );
    }

    private static double[] Edges(double[] sorted)
    {
        var edges = new List<double>(Bins - 1);
        for (var i = 1; i < Bins && sorted.Length > 0; i++)
        {
            // The value of rank ceil(n i / 10), in whole numbers, so that no rounding moves it.
            var edge = sorted[(int)((((long)sorted.Length * i) + Bins - 1) / Bins) - 1];
            if (edge < sorted[^1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }

    // In two passes: the squares of large numbers would swallow small differences (Chan, Golub, LeVeque, The American Statistician 37,
    // 1983).
    private static (double Mean, double Deviation) Moments(double[] sorted)
    {
        var finite = sorted.AsSpan();
        finite = finite[finite.Count(double.NegativeInfinity)..^finite.Count(double.PositiveInfinity)];
        if (finite.IsEmpty)
        {
            return (double.NaN, double.NaN);
        }

        var mean = 0.0;
        for (var i = 0; i < finite.Length; i++)
        {
            // A running mean does not overflow where a sum would.
            mean += (finite[i] - mean) / (i + 1);
        }

        var (squares, rest) = (0.0, 0.0);
        foreach (var value in finite)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        return (mean, Math.Sqrt((squares - (rest * rest / finite.Length)) / (finite.Length - 1)));
    }

    private static CategoryProfile Categories(ColumnValues values)
    {
        var kept = values
            .Counts.Where(static pair => pair.Key.Length <= CategoryProfile.LongestValue)
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(CategoryProfile.MaximumValues)
            .Select(static pair => new ValueCount(pair.Key, pair.Value))
            .ToArray();
        return new CategoryProfile(kept, values.Present - kept.Sum(static value => value.Count));
    }
}
