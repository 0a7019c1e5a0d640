using Mlops.Dsl.CodeFixes.Release;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class IdleGateTests
{
    private const string Released = """
        [Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1);

        [Publish("prices"), When(nameof(Good))]
        public PriceModel Release(PriceModel fit) => fit;


        """;

    [Theory]
    [InlineData("[Gate] public GateResult {|MLP6003:Fresh|}(Raw<House> read) => GateResult.AtLeast(read.Count, 10);", "")]
    [InlineData(
        "[Gate] public GateResult {|MLP6003:Fresh|}(Raw<House> read) => GateResult.AtLeast(read.Count, 10); [Stage, After(nameof(Fresh))] "
            + "public string Tell() => \"\";",
        " ('Tell' only waits for it)"
    )]
    public async Task A_gate_that_nothing_asks_is_reported(string gate, string waits)
    {
        var message = Assert.Single(await ReleaseTest.VerifyAsync(Released + gate));
        Assert.Equal(
            $"No [When] names gate 'Fresh'{waits}: 'Release' is published although it refuses; add [When(nameof(Fresh))] to what it is to "
                + $"decide about",
            message
        );
    }

    [Theory]
    [InlineData(
        "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10); [Stage, When(nameof(Fresh))] public string "
            + "Tell() => \"\";"
    )]
    [InlineData(
        "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10); [Stage, Unless(nameof(Fresh))] public "
            + "string Tell() => \"\";"
    )]
    [InlineData(
        "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10); [Stage] public string Tell(GateResult "
            + "fresh) => fresh.Reason;"
    )]
    public async Task A_gate_that_something_asks_is_not_reported(string members) => await ReleaseTest.VerifyAsync(Released + members);

    [Fact]
    public async Task A_pipeline_that_publishes_nothing_has_gates_for_its_exit_code() =>
        await ReleaseTest.VerifyAsync("[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10);");

    [Fact]
    public async Task The_fix_lets_it_decide() =>
        await ReleaseTest.Group.VerifyFixAsync<AskGateFix>(
            ReleaseTest.Pipeline(Released + "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10);"),
            ReleaseTest.Pipeline(
                Released.Replace("When(nameof(Good))", "When(nameof(Good)), When(nameof(Fresh))", StringComparison.Ordinal)
                    + "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 10);"
            )
        );
}
