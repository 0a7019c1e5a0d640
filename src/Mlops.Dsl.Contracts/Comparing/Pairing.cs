namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Lays two lists side by side.</summary>
internal static class Pairing
{
    /// <summary>Pairs items of one name, in the order of names (ordinal); null stands for an item that one of the lists lacks.</summary>
    public static IEnumerable<(T? Before, T? After)> ByName<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> name)
        where T : class
    {
        var old = before.ToDictionary(name, StringComparer.Ordinal);
        var now = after.ToDictionary(name, StringComparer.Ordinal);
        return old
            .Keys.Union(now.Keys, StringComparer.Ordinal)
            .OrderBy(static key => key, StringComparer.Ordinal)
            .Select(key => (old.TryGetValue(key, out var left) ? left : null, now.TryGetValue(key, out var right) ? right : null));
    }
}
