using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class LargePipelineTests : IDisposable
{
    private const int Count = 2000;
    private readonly TestProgram _program = new(Chain());

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_summary_lists_some_stages_and_counts_the_others()
    {
        var first = await _program.RunAsync("run");
        _program.CodeVersions["S1000"] = 2;
        var second = await _program.RunAsync("run");
        var third = await _program.RunAsync("run");

        Assert.Contains("… and 1,960 more stages (", first.Out, StringComparison.Ordinal);
        Assert.Contains($"1 executed, {Count - 1:#,0} reused (run ", second.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  S1000 +executed .* code changed \(S1000Helper\.Do\)", second.Out);
        Assert.True(second.Out.Split('\n').Length < 12, second.Out);
        Assert.StartsWith("nothing to do: 2,000 stages reused in ", third.Out, StringComparison.Ordinal);
    }

    private static PipelineDefinition<TestPipeline> Chain() =>
        new()
        {
            Name = "chain",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                .. Enumerable
                    .Range(0, Count)
                    .Select(static index => new TestStage(static call =>
                    {
                        call.SetOutput(0, "same");
                        return ValueTask.CompletedTask;
                    })
                    {
                        Index = index,
                        Name = $"S{index}",
                        Kind = StageKind.Stage,
                        Outputs = [new OutputDefinition<string>($"S{index}", "string", TextCodec.Instance)],
                        Inputs = index == 0 ? [] : [new InputDefinition("before", index - 1, 0)],
                    }),
            ],
        };
}
