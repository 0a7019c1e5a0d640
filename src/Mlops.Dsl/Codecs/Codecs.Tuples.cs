namespace Mlops.Dsl.Serialization;

/// <content>Pairs and tuples.</content>
public static partial class Codecs
{
    /// <summary>The codec of a key with its value.</summary>
    public static Codec<KeyValuePair<TKey, TValue>> KeyValuePair<TKey, TValue>(Codec<TKey> key, Codec<TValue> value) =>
        new KeyValuePairCodec<TKey, TValue>(key, value);

    /// <summary>The codec of a tuple of one element.</summary>
    public static Codec<ValueTuple<T1>> Tuple<T1>(Codec<T1> item1) => new TupleCodec<T1>(item1);

    /// <summary>The codec of a tuple of two elements.</summary>
    public static Codec<(T1, T2)> Tuple<T1, T2>(Codec<T1> item1, Codec<T2> item2) => new TupleCodec<T1, T2>(item1, item2);

    /// <summary>The codec of a tuple of three elements.</summary>
    public static Codec<(T1, T2, T3)> Tuple<T1, T2, T3>(Codec<T1> item1, Codec<T2> item2, Codec<T3> item3) =>
        new TupleCodec<T1, T2, T3>(item1, item2, item3);

    /// <summary>The codec of a tuple of four elements.</summary>
    public static Codec<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Codec<T1> item1, Codec<T2> item2, Codec<T3> item3, Codec<T4> item4) =>
        new TupleCodec<T1, T2, T3, T4>(item1, item2, item3, item4);

    /// <summary>The codec of a tuple of five elements.</summary>
    public static Codec<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Codec<T1> item1,
        Codec<T2> item2,
        Codec<T3> item3,
        Codec<T4> item4,
        Codec<T5> item5
    ) => new TupleCodec<T1, T2, T3, T4, T5>(item1, item2, item3, item4, item5);

    /// <summary>The codec of a tuple of six elements.</summary>
    public static Codec<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Codec<T1> item1,
        Codec<T2> item2,
        Codec<T3> item3,
        Codec<T4> item4,
        Codec<T5> item5,
        Codec<T6> item6
    ) => new TupleCodec<T1, T2, T3, T4, T5, T6>(item1, item2, item3, item4, item5, item6);

    /// <summary>The codec of a tuple of seven elements.</summary>
    public static Codec<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Codec<T1> item1,
        Codec<T2> item2,
        Codec<T3> item3,
        Codec<T4> item4,
        Codec<T5> item5,
        Codec<T6> item6,
        Codec<T7> item7
    ) => new TupleCodec<T1, T2, T3, T4, T5, T6, T7>(item1, item2, item3, item4, item5, item6, item7);

    /// <summary>The codec of a tuple of more than seven elements, of which the others form a tuple in <paramref name="rest"/>.</summary>
    public static Codec<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>> LongTuple<T1, T2, T3, T4, T5, T6, T7, TRest>(
        Codec<T1> item1,
        Codec<T2> item2,
        Codec<T3> item3,
        Codec<T4> item4,
        Codec<T5> item5,
        Codec<T6> item6,
        Codec<T7> item7,
        Codec<TRest> rest
    )
        where TRest : struct =>
        new LongTupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest>(item1, item2, item3, item4, item5, item6, item7, rest);
}
