namespace Mlops.Dsl.Generators.Binding;

/// <summary>Finds what a user who misspelt a name has probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits from the name, ignoring case; empty where none is near.</summary>
    public static string Find(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3) + 1;
        var nearest = "";
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate, limit);
            if (distance < limit)
            {
                limit = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance by the two-row algorithm of Wagner and Fischer; <paramref name="limit"/> or more counts as far.</summary>
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) >= limit)
        {
            return limit;
        }

        var previous = new int[to.Length + 1];
        var current = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[to.Length];
    }
}
