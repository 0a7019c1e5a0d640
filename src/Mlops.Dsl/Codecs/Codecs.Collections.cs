using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mlops.Dsl.Serialization;

/// <content>Ordered collections, sets and dictionaries.</content>
public static partial class Codecs
{
    /// <summary>The codec of an array.</summary>
    public static Codec<T[]> Array<T>(Codec<T> item) => new ListCodec<T[], T>(item, static items => items);

    /// <summary>The codec of a list.</summary>
    public static Codec<List<T>> List<T>(Codec<T> item) => new ListCodec<List<T>, T>(item, MakeList);

    /// <summary>The codec of <see cref="IList{T}"/>.</summary>
    public static Codec<IList<T>> ListInterface<T>(Codec<T> item) => new ListCodec<IList<T>, T>(item, MakeList);

    /// <summary>The codec of <see cref="ICollection{T}"/>.</summary>
    public static Codec<ICollection<T>> CollectionInterface<T>(Codec<T> item) => new ListCodec<ICollection<T>, T>(item, MakeList);

    /// <summary>The codec of <see cref="IReadOnlyList{T}"/>.</summary>
    public static Codec<IReadOnlyList<T>> ReadOnlyList<T>(Codec<T> item) => new ListCodec<IReadOnlyList<T>, T>(item, static items => items);

    /// <summary>The codec of <see cref="IReadOnlyCollection{T}"/>.</summary>
    public static Codec<IReadOnlyCollection<T>> ReadOnlyCollection<T>(Codec<T> item) =>
        new ListCodec<IReadOnlyCollection<T>, T>(item, static items => items);

    /// <summary>The codec of <see cref="IEnumerable{T}"/>; it is enumerated once, when it is stored.</summary>
    public static Codec<IEnumerable<T>> Enumerable<T>(Codec<T> item) => new ListCodec<IEnumerable<T>, T>(item, static items => items);

    /// <summary>The codec of <see cref="System.Collections.Immutable.ImmutableList{T}"/>.</summary>
    public static Codec<ImmutableList<T>> ImmutableList<T>(Codec<T> item) =>
        new ListCodec<ImmutableList<T>, T>(item, System.Collections.Immutable.ImmutableList.CreateRange, isFrozen: true);

    /// <summary>The codec of <see cref="System.Collections.Immutable.ImmutableArray{T}"/>.</summary>
    public static Codec<ImmutableArray<T>> ImmutableArray<T>(Codec<T> item) => new ImmutableArrayCodec<T>(item);

    /// <summary>The codec of <see cref="System.Memory{T}"/>.</summary>
    public static Codec<Memory<T>> Memory<T>(Codec<T> item) =>
        new MemoryCodec<Memory<T>, T>(item, static memory => memory, static items => items);

    /// <summary>The codec of <see cref="System.ReadOnlyMemory{T}"/>.</summary>
    public static Codec<ReadOnlyMemory<T>> ReadOnlyMemory<T>(Codec<T> item) =>
        new MemoryCodec<ReadOnlyMemory<T>, T>(item, static memory => memory, static items => items);

    /// <summary>The codec of an array of two dimensions.</summary>
    public static Codec<T[,]> Array2<T>(Codec<T> item) => new Array2Codec<T>(item);

    /// <summary>The codec of an array of three dimensions.</summary>
    public static Codec<T[,,]> Array3<T>(Codec<T> item) => new Array3Codec<T>(item);

    /// <summary>The codec of <see cref="HashSet{T}"/> with the default comparer.</summary>
    public static Codec<HashSet<T>> HashSet<T>(Codec<T> item) => new SetCodec<HashSet<T>, T>(item, static set => set);

    /// <summary>The codec of <see cref="ISet{T}"/> with the default comparer.</summary>
    public static Codec<ISet<T>> SetInterface<T>(Codec<T> item) => new SetCodec<ISet<T>, T>(item, static set => set);

    /// <summary>The codec of <see cref="IReadOnlySet{T}"/> with the default comparer.</summary>
    public static Codec<IReadOnlySet<T>> ReadOnlySet<T>(Codec<T> item) => new SetCodec<IReadOnlySet<T>, T>(item, static set => set);

    /// <summary>The codec of <see cref="System.Collections.Frozen.FrozenSet{T}"/> with the default comparer.</summary>
    public static Codec<FrozenSet<T>> FrozenSet<T>(Codec<T> item) => new SetCodec<FrozenSet<T>, T>(item, static set => set.ToFrozenSet());

    /// <summary>The codec of <see cref="System.Collections.Immutable.ImmutableHashSet{T}"/> with the default comparer.</summary>
    public static Codec<ImmutableHashSet<T>> ImmutableHashSet<T>(Codec<T> item) =>
        new SetCodec<ImmutableHashSet<T>, T>(item, static set => [.. set]);

    /// <summary>
    /// The codec of <see cref="SortedSet{T}"/> with the default comparer or, of texts, with <see cref="StringComparer.Ordinal"/>.
    /// </summary>
    public static Codec<SortedSet<T>> SortedSet<T>(Codec<T> item)
    {
        var byDefault = new SetCodec<SortedSet<T>, T>(item, static set => [.. set]);
        return (object)StringComparer.Ordinal is IComparer<T> ordinal && typeof(T) == typeof(string)
            ? new TextOrderCodec<SortedSet<T>>(
                byDefault,
                new SetCodec<SortedSet<T>, T>(item, set => new SortedSet<T>(set, ordinal)),
                static set => set.Comparer
            )
            : byDefault;
    }

    /// <summary>The codec of <see cref="Dictionary{TKey, TValue}"/> with the default comparer.</summary>
    public static Codec<Dictionary<TKey, TValue>> Dictionary<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull => new DictionaryCodec<Dictionary<TKey, TValue>, TKey, TValue>(key, value, static map => map);

    /// <summary>The codec of <see cref="IDictionary{TKey, TValue}"/> with the default comparer.</summary>
    public static Codec<IDictionary<TKey, TValue>> DictionaryInterface<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull => new DictionaryCodec<IDictionary<TKey, TValue>, TKey, TValue>(key, value, static map => map);

    /// <summary>The codec of <see cref="IReadOnlyDictionary{TKey, TValue}"/> with the default comparer.</summary>
    public static Codec<IReadOnlyDictionary<TKey, TValue>> ReadOnlyDictionary<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull => new DictionaryCodec<IReadOnlyDictionary<TKey, TValue>, TKey, TValue>(key, value, static map => map);

    /// <summary>The codec of <see cref="System.Collections.Frozen.FrozenDictionary{TKey, TValue}"/> with the default comparer.</summary>
    public static Codec<FrozenDictionary<TKey, TValue>> FrozenDictionary<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull =>
        new DictionaryCodec<FrozenDictionary<TKey, TValue>, TKey, TValue>(key, value, static map => map.ToFrozenDictionary());

    /// <summary>
    /// The codec of <see cref="System.Collections.Immutable.ImmutableDictionary{TKey, TValue}"/> with the default comparer.
    /// </summary>
    public static Codec<ImmutableDictionary<TKey, TValue>> ImmutableDictionary<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull =>
        new DictionaryCodec<ImmutableDictionary<TKey, TValue>, TKey, TValue>(key, value, static map => map.ToImmutableDictionary());

    /// <summary>
    /// The codec of <see cref="SortedDictionary{TKey, TValue}"/> with the default comparer or, by texts, with
    /// <see cref="StringComparer.Ordinal"/>.
    /// </summary>
    public static Codec<SortedDictionary<TKey, TValue>> SortedDictionary<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
        where TKey : notnull
    {
        var byDefault = new DictionaryCodec<SortedDictionary<TKey, TValue>, TKey, TValue>(key, value, static map => new(map));
        return (object)StringComparer.Ordinal is IComparer<TKey> ordinal && typeof(TKey) == typeof(string)
            ? new TextOrderCodec<SortedDictionary<TKey, TValue>>(
                byDefault,
                new DictionaryCodec<SortedDictionary<TKey, TValue>, TKey, TValue>(key, value, map => new(map, ordinal)),
                static map => map.Comparer
            )
            : byDefault;
    }

    private static List<T> MakeList<T>(T[] items)
    {
        var list = new List<T>();
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, items.Length);
        items.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        return list;
    }
}
