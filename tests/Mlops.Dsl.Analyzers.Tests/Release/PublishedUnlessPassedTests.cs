using Mlops.Dsl.CodeFixes.Release;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class PublishedUnlessPassedTests
{
    private const string Good = "[Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1); ";

    [Theory]
    [InlineData("[Publish(\"prices\"), {|MLP6004:Unless(nameof(Good))|}] public PriceModel Release(PriceModel fit) => fit;", "Release")]
    [InlineData(
        "[Stage, {|MLP6004:Unless(\"good\")|}] public double[] Export(PriceModel fit) => []; [Publish(\"prices\")] public double[] "
            + "Release(double[] export) => export;",
        "Export"
    )]
    [InlineData(
        "[Stage] public bool Ready(GateResult good) => good.Passed; [Publish(\"prices\"), {|MLP6004:Unless(nameof(Ready))|}] public "
            + "PriceModel Release(PriceModel fit) => fit;",
        "Release"
    )]
    public async Task A_publication_of_what_was_refused_is_reported(string members, string at)
    {
        var message = Assert.Single(await ReleaseTest.VerifyAsync(Good + members));
        Assert.Equal(
            $"[Unless] skips '{at}' if gate 'Good' passed, so that 'Release' is published exactly when the gate refused; use [When]",
            message
        );
    }

    [Theory]
    [InlineData("[Publish(\"rejected-prices\"), Unless(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;")]
    [InlineData("[Publish(\"prices\"), Unless(nameof(Good))] public PriceModel Candidate(PriceModel fit) => fit;")]
    [InlineData(
        "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit; [Publish(\"others\"), "
            + "Unless(nameof(Good))] public PriceModel Other(PriceModel fit) => fit;"
    )]
    [InlineData(
        "[Parameter] public bool Dry { get; init; } [Publish(\"prices\"), When(nameof(Good)), Unless(nameof(Dry))] public PriceModel "
            + "Release(PriceModel fit) => fit;"
    )]
    [InlineData(
        "[Stage, Unless(nameof(Good))] public string Tell() => \"\"; [Publish(\"prices\"), When(nameof(Good))] public PriceModel "
            + "Release(PriceModel fit) => fit;"
    )]
    public async Task What_is_meant_is_not_reported(string members) => await ReleaseTest.VerifyAsync(Good + members);

    [Fact]
    public async Task The_fix_turns_it_round() =>
        await ReleaseTest.Group.VerifyFixAsync<WhenInsteadOfUnlessFix>(
            ReleaseTest.Pipeline(Good + "[Publish(\"prices\"), Unless(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;"),
            ReleaseTest.Pipeline(Good + "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;")
        );
}
