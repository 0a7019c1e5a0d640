using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>A stage as the generator would write it, with a delegate for a method.</summary>
internal sealed class TestStage(Func<StageCall, ValueTask> invoke) : StageDefinition
{
    public Func<StageCall, ValueTask<string>>? VersionToken { get; init; }

    public override bool HasVersionToken => VersionToken is not null;

    public override ValueTask<string> GetVersionTokenAsync(StageCall call) => VersionToken!(call);

    public override ValueTask InvokeAsync(StageCall call) => invoke(call);
}

/// <summary>Texts as artifacts.</summary>
internal sealed class TextCodec : Codec<string>
{
    public static TextCodec Instance { get; } = new();

    public override string Schema => "string";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, string value) => writer.WriteString(value);

    public override string Read(ArtifactReader reader) => reader.ReadString();
}

/// <summary>Gates' decisions as artifacts.</summary>
internal sealed class GateCodec : Codec<GateResult>
{
    public static GateCodec Instance { get; } = new();

    public override string Schema => "gate";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, GateResult value)
    {
        writer.WriteBoolean(value.Passed);
        writer.WriteString(value.Reason);
    }

    public override GateResult Read(ArtifactReader reader) => new(reader.ReadBoolean(), reader.ReadString());
}
