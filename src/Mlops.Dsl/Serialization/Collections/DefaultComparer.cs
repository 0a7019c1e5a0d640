using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mlops.Dsl.Serialization;

/// <summary>A collection's comparer is code and is not stored, so that only the default one can be read back.</summary>
internal static class DefaultComparer
{
    /// <summary>Rejects a dictionary with a comparer of its own.</summary>
    /// <exception cref="ArtifactFormatException">The comparer is not the default one.</exception>
    public static void EnsureOf<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> dictionary)
        where TKey : notnull =>
        Ensure<TKey>(
            dictionary switch
            {
                Dictionary<TKey, TValue> hashed => hashed.Comparer,
                FrozenDictionary<TKey, TValue> frozen => frozen.Comparer,
                ImmutableDictionary<TKey, TValue> immutable => immutable.KeyComparer,
                SortedDictionary<TKey, TValue> sorted => sorted.Comparer,
                ImmutableSortedDictionary<TKey, TValue> sorted => sorted.KeyComparer,
                _ => null,
            }
        );

    /// <summary>Rejects a set with a comparer of its own.</summary>
    /// <exception cref="ArtifactFormatException">The comparer is not the default one.</exception>
    public static void EnsureOf<T>(IEnumerable<T> set) =>
        Ensure<T>(
            set switch
            {
                HashSet<T> hashed => hashed.Comparer,
                FrozenSet<T> frozen => frozen.Comparer,
                ImmutableHashSet<T> immutable => immutable.KeyComparer,
                SortedSet<T> sorted => sorted.Comparer,
                ImmutableSortedSet<T> sorted => sorted.KeyComparer,
                _ => null,
            }
        );

    private static void Ensure<T>(object? comparer)
    {
        // Equality by the default comparer and by StringComparer.Ordinal is the same for strings; which of them sorts is stored.
        if (
            comparer is not null
            && !comparer.Equals(EqualityComparer<T>.Default)
            && !comparer.Equals(Comparer<T>.Default)
            && !comparer.Equals(StringComparer.Ordinal)
        )
        {
            throw new ArtifactFormatException(
                $"A collection of '{typeof(T)}' uses the comparer '{comparer}', which an artifact can't hold. Use the default comparer, or "
                    + $"store the items as a list."
            );
        }
    }
}
