namespace Mlops.Dsl;

/// <summary>
/// How far two names are from each other: the fewest characters to insert, delete or replace (Levenshtein, Soviet Physics Doklady
/// 10, 1966).
/// </summary>
internal static class NameDistance
{
    private const int LongestName = 128;

    public static int Between(string one, string other)
    {
        var left = one.AsSpan(0, Math.Min(one.Length, LongestName));
        var right = other.AsSpan(0, Math.Min(other.Length, LongestName));
        var costs = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            costs[j] = j;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = costs[j + 1];
                costs[j + 1] = Math.Min(replaced, Math.Min(costs[j], costs[j + 1]) + 1);
            }
        }

        return costs[^1];
    }
}
