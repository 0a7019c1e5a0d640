namespace Mlops.Dsl.Serialization;

/// <summary>The codecs of a tuple's elements.</summary>
internal interface ITupleItems
{
    /// <summary>Those of the elements that are the tuple's own.</summary>
    ReadOnlySpan<ICodecShape> OwnItems { get; }

    /// <summary>The tuple that holds the others; null where there are none.</summary>
    ITupleItems? Rest { get; }
}

/// <summary>Encodes a fixed number of items, each of a type of its own, one after the other.</summary>
internal abstract class TupleCodecBase<T>(params ICodecShape[] items) : Codec<T>, ITupleItems
{
    public sealed override string Schema => $"tuple({string.Join(',', items.Select(static item => item.Schema))})";

    public sealed override bool IsImmutable => items.All(static item => item.IsImmutable);

    // The names of a tuple's elements are the compiler's affair alone.
    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        var (count, rest) = (0, this as ITupleItems);
        for (; rest is not null; rest = rest.Rest)
        {
            count += rest.OwnItems.Length;
        }

        transcript.BeginList(count);
        for (rest = this; rest is not null; rest = rest.Rest)
        {
            foreach (var item in rest.OwnItems)
            {
                item.Transcribe(reader, transcript);
            }
        }

        transcript.EndList();
    }

    ReadOnlySpan<ICodecShape> ITupleItems.OwnItems => Rest is null ? items : items.AsSpan(..^1);

    ITupleItems? ITupleItems.Rest => Rest;

    /// <summary>In a tuple of more than seven elements, the codec of the tuple of the others.</summary>
    private protected virtual ITupleItems? Rest => null;
}

/// <summary>Pairs: the key, then the value.</summary>
internal sealed class KeyValuePairCodec<TKey, TValue>(Codec<TKey> key, Codec<TValue> value)
    : TupleCodecBase<KeyValuePair<TKey, TValue>>(key, value)
{
    public override void Write(ArtifactWriter writer, KeyValuePair<TKey, TValue> pair)
    {
        key.Write(writer, pair.Key);
        value.Write(writer, pair.Value);
    }

    public override KeyValuePair<TKey, TValue> Read(ArtifactReader reader) => new(key.Read(reader), value.Read(reader));

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("key");
        key.Transcribe(reader, transcript);
        transcript.WriteName("value");
        value.Transcribe(reader, transcript);
        transcript.EndObject();
    }
}

/// <summary>Tuples of one element, in order.</summary>
internal sealed class TupleCodec<T1>(Codec<T1> item1) : TupleCodecBase<ValueTuple<T1>>(item1)
{
    public override void Write(ArtifactWriter writer, ValueTuple<T1> value) => item1.Write(writer, value.Item1);

    public override ValueTuple<T1> Read(ArtifactReader reader) => new(item1.Read(reader));
}

/// <summary>Tuples of two elements, in order.</summary>
internal sealed class TupleCodec<T1, T2>(Codec<T1> item1, Codec<T2> item2) : TupleCodecBase<(T1, T2)>(item1, item2)
{
    public override void Write(ArtifactWriter writer, (T1, T2) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
    }

    public override (T1, T2) Read(ArtifactReader reader) => (item1.Read(reader), item2.Read(reader));
}

/// <summary>Tuples of three elements, in order.</summary>
internal sealed class TupleCodec<T1, T2, T3>(Codec<T1> item1, Codec<T2> item2, Codec<T3> item3)
    : TupleCodecBase<(T1, T2, T3)>(item1, item2, item3)
{
    public override void Write(ArtifactWriter writer, (T1, T2, T3) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
    }

    public override (T1, T2, T3) Read(ArtifactReader reader) => (item1.Read(reader), item2.Read(reader), item3.Read(reader));
}

/// <summary>Tuples of four elements, in order.</summary>
internal sealed class TupleCodec<T1, T2, T3, T4>(Codec<T1> item1, Codec<T2> item2, Codec<T3> item3, Codec<T4> item4)
    : TupleCodecBase<(T1, T2, T3, T4)>(item1, item2, item3, item4)
{
    public override void Write(ArtifactWriter writer, (T1, T2, T3, T4) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
        item4.Write(writer, value.Item4);
    }

    public override (T1, T2, T3, T4) Read(ArtifactReader reader) =>
        (item1.Read(reader), item2.Read(reader), item3.Read(reader), item4.Read(reader));
}

/// <summary>Tuples of five elements, in order.</summary>
internal sealed class TupleCodec<T1, T2, T3, T4, T5>(Codec<T1> item1, Codec<T2> item2, Codec<T3> item3, Codec<T4> item4, Codec<T5> item5)
    : TupleCodecBase<(T1, T2, T3, T4, T5)>(item1, item2, item3, item4, item5)
{
    public override void Write(ArtifactWriter writer, (T1, T2, T3, T4, T5) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
        item4.Write(writer, value.Item4);
        item5.Write(writer, value.Item5);
    }

    public override (T1, T2, T3, T4, T5) Read(ArtifactReader reader) =>
        (item1.Read(reader), item2.Read(reader), item3.Read(reader), item4.Read(reader), item5.Read(reader));
}

/// <summary>Tuples of six elements, in order.</summary>
internal sealed class TupleCodec<T1, T2, T3, T4, T5, T6>(
    Codec<T1> item1,
    Codec<T2> item2,
    Codec<T3> item3,
    Codec<T4> item4,
    Codec<T5> item5,
    Codec<T6> item6
) : TupleCodecBase<(T1, T2, T3, T4, T5, T6)>(item1, item2, item3, item4, item5, item6)
{
    public override void Write(ArtifactWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
        item4.Write(writer, value.Item4);
        item5.Write(writer, value.Item5);
        item6.Write(writer, value.Item6);
    }

    public override (T1, T2, T3, T4, T5, T6) Read(ArtifactReader reader) =>
        (item1.Read(reader), item2.Read(reader), item3.Read(reader), item4.Read(reader), item5.Read(reader), item6.Read(reader));
}

/// <summary>Tuples of seven elements, in order.</summary>
internal sealed class TupleCodec<T1, T2, T3, T4, T5, T6, T7>(
    Codec<T1> item1,
    Codec<T2> item2,
    Codec<T3> item3,
    Codec<T4> item4,
    Codec<T5> item5,
    Codec<T6> item6,
    Codec<T7> item7
) : TupleCodecBase<(T1, T2, T3, T4, T5, T6, T7)>(item1, item2, item3, item4, item5, item6, item7)
{
    public override void Write(ArtifactWriter writer, (T1, T2, T3, T4, T5, T6, T7) value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
        item4.Write(writer, value.Item4);
        item5.Write(writer, value.Item5);
        item6.Write(writer, value.Item6);
        item7.Write(writer, value.Item7);
    }

    public override (T1, T2, T3, T4, T5, T6, T7) Read(ArtifactReader reader) =>
        (
            item1.Read(reader),
            item2.Read(reader),
            item3.Read(reader),
            item4.Read(reader),
            item5.Read(reader),
            item6.Read(reader),
            item7.Read(reader)
        );
}

/// <summary>Tuples of eight elements and more: the first seven, then a tuple of the others.</summary>
internal sealed class LongTupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest>(
    Codec<T1> item1,
    Codec<T2> item2,
    Codec<T3> item3,
    Codec<T4> item4,
    Codec<T5> item5,
    Codec<T6> item6,
    Codec<T7> item7,
    Codec<TRest> rest
) : TupleCodecBase<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>(item1, item2, item3, item4, item5, item6, item7, rest)
    where TRest : struct
{
    public override void Write(ArtifactWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value)
    {
        item1.Write(writer, value.Item1);
        item2.Write(writer, value.Item2);
        item3.Write(writer, value.Item3);
        item4.Write(writer, value.Item4);
        item5.Write(writer, value.Item5);
        item6.Write(writer, value.Item6);
        item7.Write(writer, value.Item7);
        rest.Write(writer, value.Rest);
    }

    public override ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> Read(ArtifactReader reader) =>
        new(
            item1.Read(reader),
            item2.Read(reader),
            item3.Read(reader),
            item4.Read(reader),
            item5.Read(reader),
            item6.Read(reader),
            item7.Read(reader),
            rest.Read(reader)
        );

    private protected override ITupleItems? Rest => rest as ITupleItems;
}
