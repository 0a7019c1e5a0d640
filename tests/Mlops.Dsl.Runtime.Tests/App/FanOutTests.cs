using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>What is shown of a stage that runs once per element, and of one that is tried again.</summary>
public sealed class FanOutTests : IDisposable
{
    private readonly TestProgram _program;
    private int _failures = 1;

    public FanOutTests() => _program = new TestProgram(Define());

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Elements_and_attempts_are_counted()
    {
        var run = await _program.RunAsync("run");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            "Items: attempt 1 failed, next in 0 ms: InvalidOperationException: once [red]only[/]",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("Items: started again, attempt 2 of 3", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  Items +executed .* 2 attempts\s*$", run.Out);
        Assert.Matches(@"(?m)^  Each +executed .* 3 elements, 0 reused\s*$", run.Out);
    }

    [Theory]
    [InlineData("Each", "3 items\n  A\n  B\n  C")]
    [InlineData("Each#1", "B")]
    [InlineData("Items", "3 items\n  a\n  b\n  c")]
    public async Task A_fan_outs_outputs_are_shown_together_and_one_by_one(string reference, string expected)
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "show", reference);

        Assert.Equal(("", expected), (run.Error, run.Out.TrimEnd()));
    }

    [Fact]
    public async Task An_element_that_is_not_there_is_a_usage_error()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "show", "Each#3");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["'Each' has no element 3 in the store"], run.Errors);
    }

    [Fact]
    public async Task Lineage_of_a_fan_out_leads_to_its_list()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "lineage", "Each");

        Assert.Matches(@"^Each \w{12} \(run .*\)\r?\n└─ item = Items \w{12} \(run ", run.Out);
    }

    private PipelineDefinition<TestPipeline> Define() =>
        new()
        {
            Name = "fan-out",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                new TestStage(call =>
                {
                    if (_failures-- > 0)
                    {
                        throw new InvalidOperationException("once [red]only[/]");
                    }

                    call.SetOutput<IReadOnlyList<string>>(0, ["a", "b", "c"]);
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 0,
                    Name = "Items",
                    Kind = StageKind.Stage,
                    Policy = new StagePolicy { Attempts = 3, RetryDelay = TimeSpan.Zero },
                    Outputs = [new OutputDefinition<IReadOnlyList<string>>("Items", "IReadOnlyList<string>", ListCodec)],
                },
                new TestStage(static call =>
                {
                    call.SetOutput(0, call.GetInput<string>(0).ToUpperInvariant());
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 1,
                    Name = "Each",
                    Kind = StageKind.Stage,
                    ForEachInput = 0,
                    Inputs = [new InputDefinition("item", 0, 0, new ElementAccess<IReadOnlyList<string>, string>(Codecs.String))],
                    Outputs = [new OutputDefinition<string>("Each", "string", Codecs.String)],
                },
            ],
        };

    private static Codec<IReadOnlyList<string>> ListCodec { get; } = Codecs.ReadOnlyList(Codecs.String);
}
