namespace Mlops.Dsl.Serialization;

/// <summary>Whether the gate passed, then why.</summary>
internal sealed class GateResultCodec : Codec<GateResult>
{
    public override string Schema => "gate";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, GateResult value)
    {
        _ = value ?? throw NullValue.Found(nameof(GateResult));
        writer.WriteBoolean(value.Passed);
        writer.WriteString(value.Reason ?? "");
    }

    public override GateResult Read(ArtifactReader reader) => new(reader.ReadBoolean(), reader.ReadString());
}
