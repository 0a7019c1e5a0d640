using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineWithoutStagesTests
{
    private static readonly RuleGroupTest Test = new(1) { ReportsEmptyPipelines = true };

    [Theory]
    [InlineData("[Pipeline(\"empty\")] public sealed partial class {|MLP1027:Empty|} { }")]
    [InlineData("[Pipeline(\"empty\")] public sealed partial class {|MLP1027:Empty|};")]
    [InlineData(
        "[Pipeline(\"empty\")] public sealed partial class {|MLP1027:Empty|} { [Parameter] public int X { get; init; } public int "
            + "Count() => 1; }"
    )]
    public async Task A_pipeline_without_stages_is_reported(string pipeline)
    {
        var message = Assert.Single(await Test.VerifyAsync(pipeline));
        Assert.Equal(
            "Pipeline 'Empty' has no stages, so that a run of it would do nothing: mark what it does with [Stage], [Source], [Gate] or "
                + "[Publish]",
            message
        );
    }

    [Theory]
    [InlineData("[Stage] public int One() => 1;")]
    [InlineData("[Source] public int One() => 1;")]
    [InlineData("[Publish(\"one\")] public int One() => 1;")]
    [InlineData("[Gate] public GateResult One() => GateResult.AtLeast(1, 1);")]
    public async Task A_pipeline_of_one_stage_is_not(string members) => await Test.VerifyMembersAsync(members);
}
