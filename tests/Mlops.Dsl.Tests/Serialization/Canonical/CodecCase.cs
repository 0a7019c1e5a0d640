using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>A value, and all that its codec makes of it.</summary>
/// <param name="Factory">The member of <see cref="Codecs"/> that gives the codec.</param>
/// <param name="Schema">The codec's schema.</param>
/// <param name="Bytes">The value's bytes, in hexadecimal digits; spaces are for the reader.</param>
/// <param name="Transcript">What is shown of it.</param>
internal abstract record CodecCase(string Factory, string Schema, string Bytes, string Transcript)
{
    /// <summary>Whether stages may share a value.</summary>
    public bool IsShared { get; init; }

    public byte[] Content => Convert.FromHexString(Bytes.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Checks everything: what is written, read, shown and refused.</summary>
    public abstract void Verify();

    /// <summary>Reads any bytes.</summary>
    public abstract void Read(byte[] bytes);

    /// <summary>Shows any bytes.</summary>
    public abstract void Show(byte[] bytes);

    public sealed override string ToString() => $"{Factory} {Transcript}";
}

/// <summary>A value of a known type.</summary>
internal sealed record CodecCase<T>(string Factory, Codec<T> Codec, T Value, string Schema, string Bytes, string Transcript)
    : CodecCase(Factory, Schema, Bytes, Transcript)
{
    public override void Verify()
    {
        Assert.Equal(Schema, Codec.Schema);
        Assert.Equal(IsShared, Codec.IsImmutable);
        Assert.Equal(Convert.ToHexString(Content), Convert.ToHexString(Encoded.Write(Codec, Value)));
        var back = Encoded.Read(Codec, Content);
        Assert.Equal(Convert.ToHexString(Content), Convert.ToHexString(Encoded.Write(Codec, back)));
        if (HasOwnEquality)
        {
            Assert.Equal(Value, back);
        }

        Assert.Equal(Transcript, Encoded.Transcribe(Codec, Value));
        Encoded.RefusesEveryTruncation(Codec, Value);
        Assert.Throws<ArtifactFormatException>(() => Read([.. Content, 0]));
        if (default(T) is null && !Schema.EndsWith('?'))
        {
            Assert.Contains(
                "is null",
                Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codec, default!)).Message,
                StringComparison.Ordinal
            );
        }
    }

    /// <summary>Whether two values of the same bytes are equal for the test framework, too.</summary>
    private bool HasOwnEquality =>
        typeof(T).Name is not ("Memory`1" or "ReadOnlyMemory`1")
        && Bytes != "00"
        && !(Schema.StartsWith("tuple", StringComparison.Ordinal) && !IsShared)
        && !Schema.StartsWith("validated", StringComparison.Ordinal)
        && !Schema.StartsWith("fold", StringComparison.Ordinal);

    public override void Read(byte[] bytes) => _ = Encoded.Read(Codec, bytes);

    public override void Show(byte[] bytes) => _ = Encoded.TranscribeBytes(Codec, bytes);
}
