using Mlops.Dsl.CodeFixes.Release;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class RefuseFixTests
{
    private const string Use = "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;\n\n[Gate]\n";
    private const string Refusal = "GateResult.Refuse(\"Good does not compare anything yet\")";

    [Theory]
    [InlineData(
        "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics) => GateResult.Pass(\"fine\");",
        "public GateResult Good(RegressionMetrics metrics) => #;"
    )]
    [InlineData(
        "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics) => /* later */ new(metrics.Error < 1 || true, \"always\");",
        "public GateResult Good(RegressionMetrics metrics) => /* later */ #;"
    )]
    [InlineData(
        "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics)\n{\n    // Later.\n    return GateResult.Pass(\"fine\");\n}",
        "public GateResult Good(RegressionMetrics metrics)\n{\n    // Later.\n    return #;\n}"
    )]
    [InlineData(
        "public Task<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) => Task.FromResult(GateResult.Pass(\"fine\"));",
        "public Task<GateResult> Good(RegressionMetrics metrics) => Task.FromResult(#);"
    )]
    [InlineData(
        "public ValueTask<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) => new(GateResult.Pass(\"fine\"));",
        "public ValueTask<GateResult> Good(RegressionMetrics metrics) => ValueTask.FromResult(#);"
    )]
    [InlineData(
        "public async Task<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) { await Task.Yield(); return "
            + "GateResult.Pass(\"fine\"); }",
        "public async Task<GateResult> Good(RegressionMetrics metrics) { await Task.Yield(); return #; }"
    )]
    public async Task A_gate_that_compares_nothing_refuses(string before, string after) =>
        await FixAsync(before, after.Replace("#", Refusal, StringComparison.Ordinal), "Refuse until it compares something");

    [Theory]
    [InlineData(
        "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics)\n{\n    GateResult.AtMost(metrics.Error, 1);\n    return "
            + "GateResult.Pass(\"checked\");\n}",
        "public GateResult Good(RegressionMetrics metrics)\n{\n    return GateResult.AtMost(metrics.Error, 1);\n}"
    )]
    [InlineData(
        "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics)\n{\n    GateResult.AtMost(metrics.Error, 1);\n    "
            + "GateResult.AtLeast(metrics.Count, 9);\n    return GateResult.Pass(\"checked\");\n}",
        "public GateResult Good(RegressionMetrics metrics)\n{\n    return GateResult.All(GateResult.AtMost(metrics.Error, 1), "
            + "GateResult.AtLeast(metrics.Count, 9));\n}"
    )]
    public async Task A_comparison_that_is_dropped_is_returned(string before, string after) =>
        await FixAsync(before, after, "Return the comparison");

    [Theory]
    [InlineData(
        "{ if (metrics.Error > 1) { return GateResult.Pass(\"bad\"); } return GateResult.Pass(\"good\"); }",
        "{ if (metrics.Error > 1) { return #; } return #; }"
    )]
    [InlineData(
        "{ switch (metrics.Count) { case 0: return /* none */ GateResult.Pass(\"empty\"); default: return new(true, \"some\"); } }",
        "{ switch (metrics.Count) { case 0: return /* none */ #; default: return #; } }"
    )]
    public async Task Of_several_results_none_passes(string before, string after) =>
        await FixAsync(
            "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics) " + before,
            "public GateResult Good(RegressionMetrics metrics) " + after.Replace("#", Refusal, StringComparison.Ordinal),
            "Refuse until it compares something"
        );

    [Fact]
    public async Task Of_several_results_the_last_returns_the_comparison() =>
        await FixAsync(
            "public GateResult {|MLP6002:Good|}(RegressionMetrics metrics)\n{\n    if (metrics.Count == 0)\n    {\n        return "
                + "GateResult.Pass(\"first\");\n    }\n\n    GateResult.AtMost(metrics.Error, 1);\n    return "
                + "GateResult.Pass(\"checked\");\n}",
            "public GateResult Good(RegressionMetrics metrics)\n{\n    if (metrics.Count == 0)\n    {\n        return "
                + "GateResult.Pass(\"first\");\n    }\n\n    return GateResult.AtMost(metrics.Error, 1);\n}",
            "Return the comparison"
        );

    private static Task FixAsync(string before, string after, string title) =>
        ReleaseTest.Group.VerifyFixAsync<RefuseFix>(ReleaseTest.Pipeline(Use + before), ReleaseTest.Pipeline(Use + after), title);
}
