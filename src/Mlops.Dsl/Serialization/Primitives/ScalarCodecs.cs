using System.Numerics;

namespace Mlops.Dsl.Serialization;

/// <summary>What the scalar codecs share: a fixed schema, and values that never change.</summary>
internal abstract class ScalarCodec<T>(string schema) : Codec<T>
{
    public sealed override string Schema => schema;

    public sealed override bool IsImmutable => true;

    protected static ArtifactFormatException Malformed(string detail) => new($"The artifact is not in its codec's format: {detail}.");
}

internal sealed class StringCodec() : ScalarCodec<string>("string")
{
    public override void Write(ArtifactWriter writer, string value) => writer.WriteString(value ?? throw NullValue.Found("string"));

    public override string Read(ArtifactReader reader) => reader.ReadString();
}

internal sealed class BooleanCodec() : ScalarCodec<bool>("bool")
{
    public override void Write(ArtifactWriter writer, bool value) => writer.WriteBoolean(value);

    public override bool Read(ArtifactReader reader) => reader.ReadBoolean();
}

internal sealed class DecimalCodec() : ScalarCodec<decimal>("decimal")
{
    private const int Parts = 4;

    public override void Write(ArtifactWriter writer, decimal value)
    {
        Span<int> parts = stackalloc int[Parts];
        decimal.GetBits(value, parts);
        writer.WriteSpan<int>(parts);
    }

    public override decimal Read(ArtifactReader reader)
    {
        Span<int> parts = stackalloc int[Parts];
        reader.ReadSpan(parts);
        try
        {
            return new decimal(parts);
        }
        catch (ArgumentException exception)
        {
            throw new ArtifactFormatException("The artifact is not in its codec's format: a decimal's scale is out of range.", exception);
        }
    }
}

internal sealed class GuidCodec() : ScalarCodec<Guid>("guid")
{
    private const int Size = 16;

    public override void Write(ArtifactWriter writer, Guid value)
    {
        Span<byte> bytes = stackalloc byte[Size];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.WriteBytes(bytes);
    }

    public override Guid Read(ArtifactReader reader)
    {
        Span<byte> bytes = stackalloc byte[Size];
        reader.ReadBytes(bytes);
        return new Guid(bytes, bigEndian: true);
    }
}

internal sealed class UriCodec() : ScalarCodec<Uri>("uri")
{
    public override void Write(ArtifactWriter writer, Uri value)
    {
        _ = value ?? throw NullValue.Found("Uri");
        writer.WriteBoolean(value.IsAbsoluteUri);
        writer.WriteString(value.OriginalString);
    }

    public override Uri Read(ArtifactReader reader)
    {
        var kind = reader.ReadBoolean() ? UriKind.Absolute : UriKind.Relative;
        var text = reader.ReadString();
        return Uri.TryCreate(text, kind, out var uri) ? uri : throw Malformed($"'{text}' is no URI");
    }
}

internal sealed class VersionCodec() : ScalarCodec<Version>("version")
{
    public override void Write(ArtifactWriter writer, Version value)
    {
        _ = value ?? throw NullValue.Found("Version");
        writer.WriteSpan<int>([value.Major, value.Minor, value.Build, value.Revision]);
    }

    public override Version Read(ArtifactReader reader)
    {
        Span<int> parts = stackalloc int[4];
        reader.ReadSpan(parts);
        return parts switch
        {
            [>= 0, >= 0, >= 0, >= 0] => new Version(parts[0], parts[1], parts[2], parts[3]),
            [>= 0, >= 0, >= 0, -1] => new Version(parts[0], parts[1], parts[2]),
            [>= 0, >= 0, -1, -1] => new Version(parts[0], parts[1]),
            _ => throw Malformed("a version has a negative part"),
        };
    }
}

internal sealed class BigIntegerCodec() : ScalarCodec<BigInteger>("bigint")
{
    public override void Write(ArtifactWriter writer, BigInteger value)
    {
        var bytes = value.ToByteArray();
        writer.WriteLength(bytes.Length);
        writer.WriteBytes(bytes);
    }

    public override BigInteger Read(ArtifactReader reader)
    {
        var bytes = new byte[reader.ReadCount()];
        reader.ReadBytes(bytes);
        return new BigInteger(bytes);
    }
}

internal sealed class ComplexCodec() : ScalarCodec<Complex>("complex")
{
    public override void Write(ArtifactWriter writer, Complex value)
    {
        writer.WriteDouble(value.Real);
        writer.WriteDouble(value.Imaginary);
    }

    public override Complex Read(ArtifactReader reader) => new(reader.ReadDouble(), reader.ReadDouble());
}
