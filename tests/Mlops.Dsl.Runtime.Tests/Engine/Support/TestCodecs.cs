using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.Engine;

internal sealed class LongCodec : Codec<long>
{
    public static LongCodec Instance { get; } = new();

    public override string Schema => "test-long";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, long value) => writer.WriteUnmanaged(value);

    public override long Read(ArtifactReader reader) => reader.ReadUnmanaged<long>();
}

internal sealed class FlagCodec : Codec<bool>
{
    public static FlagCodec Instance { get; } = new();

    public override string Schema => "test-bool";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, bool value) => writer.WriteBoolean(value);

    public override bool Read(ArtifactReader reader) => reader.ReadBoolean();
}

internal sealed class GateCodec : Codec<GateResult>
{
    public static GateCodec Instance { get; } = new();

    public override string Schema => "test-gate";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, GateResult value)
    {
        writer.WriteBoolean(value.Passed);
        writer.WriteString(value.Reason);
    }

    public override GateResult Read(ArtifactReader reader) => new(reader.ReadBoolean(), reader.ReadString());
}

/// <summary>A list that stages can change: each must get its own.</summary>
internal sealed class ListCodec : Codec<List<long>>
{
    public static ListCodec Instance { get; } = new();

    public override string Schema => "test-list";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, List<long> value)
    {
        writer.WriteLength(value.Count);
        foreach (var item in value)
        {
            writer.WriteUnmanaged(item);
        }
    }

    public override List<long> Read(ArtifactReader reader)
    {
        var list = new List<long>();
        for (var count = reader.ReadLength(sizeof(long)); count > 0; count--)
        {
            list.Add(reader.ReadUnmanaged<long>());
        }

        return list;
    }
}

/// <summary>A text that its codec refuses to write when it is "unspeakable".</summary>
internal sealed class TextCodec : Codec<string>
{
    public static TextCodec Instance { get; } = new();

    public override string Schema => "test-text";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, string value)
    {
        if (value == "unspeakable")
        {
            throw new ArtifactFormatException("the text is unspeakable");
        }

        writer.WriteString(value);
    }

    public override string Read(ArtifactReader reader) => reader.ReadString();
}
