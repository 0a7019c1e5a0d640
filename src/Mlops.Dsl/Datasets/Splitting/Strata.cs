namespace Mlops.Dsl;

/// <summary>Puts row indices that share a key together.</summary>
internal static class Strata
{
    /// <summary>All rows as one stratum.</summary>
    public static List<int[]> Single(int count) =>
        [
            [.. Enumerable.Range(0, count)],
        ];

    /// <summary>The indices by key, keys in the order of their first rows: hash codes must not decide anything.</summary>
    public static List<int[]> By<T, TKey>(Dataset<T> rows, Func<T, TKey> key)
        where T : notnull
    {
        var positions = new Dictionary<ValueTuple<TKey>, int>();
        var strata = new List<List<int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            // In a tuple, null is a key like any other.
            var value = new ValueTuple<TKey>(key(rows[i]));
            if (!positions.TryGetValue(value, out var position))
            {
                positions.Add(value, position = strata.Count);
                strata.Add([]);
            }

            strata[position].Add(i);
        }

        return strata.ConvertAll(static stratum => stratum.ToArray());
    }
}
