namespace ApiDocs.Features;

/// <summary>Turns texts into rows of plain n-gram counts, which is what naive Bayes is defined on.</summary>
internal static class TermCounts
{
    /// <summary>The rows of <paramref name="texts"/>, in their order, with 2^<paramref name="bits"/> columns.</summary>
    public static SparseRows Of(IEnumerable<string> texts, int bits)
    {
        var rows = new SparseRowsBuilder();
        var counts = new SortedDictionary<int, int>();
        foreach (var text in texts)
        {
            counts.Clear();
            TextHasher.Count(text, bits, counts);
            foreach (var (bucket, count) in counts)
            {
                rows.Add(bucket, count);
            }

            rows.EndRow();
        }

        return rows.Build();
    }
}
