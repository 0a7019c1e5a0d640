using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>Takes everything and keeps nothing, so that what is allocated is the codec's own.</summary>
internal sealed class NoTranscript : ArtifactTranscript
{
    public static NoTranscript Instance { get; } = new();

    public override void WriteNull() { }

    public override void WriteBoolean(bool value) { }

    public override void WriteNumber(double value) { }

    public override void WriteNumber(float value) { }

    public override void WriteDigits(string digits) { }

    public override void WriteText(string value) { }

    public override void BeginBytes(long count) { }

    public override void WriteBytes(ReadOnlySpan<byte> bytes) { }

    public override void EndBytes() { }

    public override void BeginList(int count) { }

    public override void EndList() { }

    public override void BeginMap(int count) { }

    public override void EndMap() { }

    public override void BeginObject(string? caseName = null) { }

    public override void EndObject() { }

    public override void WriteName(string name) { }
}
