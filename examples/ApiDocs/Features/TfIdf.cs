namespace ApiDocs.Features;

/// <summary>
/// Weighs n-gram counts by term frequency and inverse document frequency and makes each row a vector of length one
/// (Manning, Raghavan, Schütze: "Introduction to Information Retrieval", 2008, section 6.4; sublinear term frequency, smoothed idf).
/// </summary>
/// <param name="Bits">Base-2 logarithm of the number of buckets.</param>
/// <param name="InverseDocumentFrequencies">Weight of each bucket, 2^<paramref name="Bits"/> of them; 0 for the buckets that no training
/// text has.</param>
public sealed record TfIdf(int Bits, float[] InverseDocumentFrequencies)
{
    /// <summary>Learns the weights from the texts of a training set, and from nothing else: test texts must not take part.</summary>
    public static TfIdf Fit(IReadOnlyCollection<string> texts, int bits)
    {
        var documents = new int[1 << bits];
        foreach (var bucket in TermCounts.Of(texts, bits).Columns)
        {
            documents[bucket]++;
        }

        return new TfIdf(bits, [.. documents.Select(count => count == 0 ? 0f : MathF.Log((1f + texts.Count) / (1f + count)) + 1f)]);
    }

    /// <summary>The rows of <paramref name="texts"/>, in their order. A text without any known n-gram is a row without values.</summary>
    internal SparseRows Transform(IEnumerable<string> texts)
    {
        var counts = TermCounts.Of(texts, Bits);
        var rows = new SparseRowsBuilder();
        for (var row = 0; row < counts.Count; row++)
        {
            Weigh(counts[row], rows);
            rows.EndRow();
        }

        return rows.Build();
    }

    private void Weigh(SparseRow counts, SparseRowsBuilder rows)
    {
        var squares = 0f;
        for (var i = 0; i < counts.Columns.Length; i++)
        {
            var weight = (1f + MathF.Log(counts.Values[i])) * InverseDocumentFrequencies[counts.Columns[i]];
            if (weight > 0f)
            {
                rows.Add(counts.Columns[i], weight);
                squares += weight * weight;
            }
        }

        var length = MathF.Sqrt(squares);
        foreach (ref var value in rows.CurrentRow)
        {
            value /= length;
        }
    }
}
