using System.Diagnostics.CodeAnalysis;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>A stage whose method is a delegate.</summary>
internal sealed class LambdaStage(Func<StageCall, ValueTask> body) : StageDefinition
{
    [SetsRequiredMembers]
    public LambdaStage(LambdaStage other)
        : this(other.Body)
    {
        Index = other.Index;
        Name = other.Name;
        Kind = other.Kind;
        Inputs = other.Inputs;
        Outputs = other.Outputs;
        Location = other.Location;
        After = other.After;
        Conditions = other.Conditions;
        Policy = other.Policy;
        ForEachInput = other.ForEachInput;
        PublishName = other.PublishName;
        VersionToken = other.VersionToken;
    }

    public Func<StageCall, ValueTask> Body => body;

    public Func<StageCall, ValueTask<string>>? VersionToken { get; init; }

    public override bool HasVersionToken => VersionToken is not null;

    public override ValueTask InvokeAsync(StageCall call) => body(call);

    public override ValueTask<string> GetVersionTokenAsync(StageCall call) => VersionToken!(call);
}
