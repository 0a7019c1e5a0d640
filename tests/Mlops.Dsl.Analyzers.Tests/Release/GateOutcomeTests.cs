namespace Mlops.Dsl.Analyzers.Tests.Release;

public class GateOutcomeTests
{
    private const string Use = "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit; ";

    [Theory]
    [InlineData("=> GateResult.Pass(\"fine\");")]
    [InlineData("=> new(true, \"fine\");")]
    [InlineData("=> new GateResult(Reason: \"fine\", Passed: true);")]
    [InlineData("=> GateResult.AtLeast(metrics.Error, double.NegativeInfinity);")]
    [InlineData("=> GateResult.AtLeast(metrics.Count, int.MinValue);")]
    [InlineData("=> GateResult.AtLeast(metrics.Count, 0);")]
    [InlineData("=> GateResult.AtLeast(metrics.Accuracy, 0);")]
    [InlineData("=> GateResult.AtLeast(metrics.Error, metrics.Error);")]
    [InlineData("=> GateResult.AtMost(metrics.Error, double.PositiveInfinity);")]
    [InlineData("=> GateResult.AtMost(value: 1, maximum: 2);")]
    [InlineData("=> GateResult.All(GateResult.Pass(\"a\"), GateResult.AtLeast(metrics.Count, 0));")]
    [InlineData("=> metrics.Error < 1 ? GateResult.Pass(\"good\") : GateResult.Pass(\"bad, but never mind\");")]
    [InlineData("=> metrics.Error switch { < 1 => GateResult.Pass(\"good\"), _ => new(true, \"bad\") };")]
    [InlineData("=> GateResult.Refuse(\"no\") with { Passed = true };")]
    [InlineData("=> new(metrics.Error < 1 || true, \"always\");")]
    [InlineData("=> new(!(metrics.Count < 0), \"always\");")]
    [InlineData(
        "=> Helper(metrics); private static GateResult Helper(RegressionMetrics m) => Deeper(m); private static GateResult "
            + "Deeper(RegressionMetrics m) => GateResult.Pass($\"{m.Error}\");"
    )]
    [InlineData("{ GateResult.AtMost(metrics.Error, 1); return GateResult.Pass(\"checked\"); }")]
    [InlineData(
        "{ var result = GateResult.AtMost(metrics.Error, 1); result = GateResult.Pass(\"checked\"); result = "
            + "GateResult.Pass(result.Reason); return GateResult.Pass(result.Reason); }"
    )]
    [InlineData("{ var passed = true; if (metrics.Error > 1) { passed = true; } return new(passed, \"\"); }")]
    [InlineData("{ if (metrics.Error > 1) { return GateResult.Pass(\"bad\"); } return GateResult.Pass(\"good\"); }")]
    [InlineData("{ if (false) { return GateResult.Refuse(\"never\"); } return GateResult.Pass(\"good\"); }")]
    [InlineData("{ return Local(); GateResult Local() => GateResult.Pass(\"good\"); }")]
    [InlineData("{ try { return GateResult.Pass(\"good\"); } catch (Exception) { return GateResult.Pass(\"bad\"); } }")]
    public async Task A_gate_that_always_passes_is_reported(string body) =>
        await ReleaseTest.VerifyAsync(
            Use
                + "[Gate] public GateResult {|MLP6002:Good|}(RegressionMetrics metrics) "
                + body.Replace("if (false)", "\n#pragma warning disable CS0162\nif (false)", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("public Task<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) => Task.FromResult(GateResult.Pass(\"fine\"));")]
    [InlineData("public ValueTask<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) => new(GateResult.Pass(\"fine\"));")]
    [InlineData(
        "public async Task<GateResult> {|MLP6002:Good|}(RegressionMetrics metrics) { await Task.Yield(); return await "
            + "Task.FromResult(GateResult.Pass(\"fine\")); }"
    )]
    public async Task A_task_of_a_passed_result_is_reported(string gate) => await ReleaseTest.VerifyAsync(Use + "[Gate] " + gate);

    [Theory]
    [InlineData("=> GateResult.AtMost(metrics.Error, 1);")]
    [InlineData("=> GateResult.AtLeast(metrics.Accuracy, 0.7);")]
    [InlineData("=> GateResult.AtLeast(metrics.Count, 1);")]
    [InlineData("=> GateResult.AtLeast(metrics.Error, 0);")]
    [InlineData("=> GateResult.All(GateResult.Pass(\"a\"), GateResult.AtMost(metrics.Error, 1));")]
    [InlineData("=> GateResult.All();")]
    [InlineData("=> GateResult.All([.. new[] { metrics.Error }.Select(e => GateResult.AtMost(e, 1))]);")]
    [InlineData("=> new(metrics.Error < 1, \"\");")]
    [InlineData("=> new(!(metrics.Error < 1), \"\");")]
    [InlineData("=> metrics.Error < 1 ? GateResult.Pass(\"good\") : GateResult.Refuse(\"bad\");")]
    [InlineData("=> GateResult.Pass(\"\") with { Passed = metrics.Error < 1 };")]
    [InlineData("=> GateResult.Refuse(\"frozen until March\");")]
    [InlineData(
        "=> Limit is { } limit ? GateResult.AtMost(metrics.Error, limit) : GateResult.Pass(\"no limit is set\"); [Parameter] public "
            + "double? Limit { get; init; }"
    )]
    [InlineData(
        "=> Helper(metrics); private static GateResult Helper(RegressionMetrics m) => m.Error < 1 ? GateResult.Pass(\"\") : "
            + "GateResult.Refuse(\"\");"
    )]
    [InlineData("=> Loop(metrics); private static GateResult Loop(RegressionMetrics m) => Loop(m);")]
    [InlineData("=> metrics.Error < 1 ? GateResult.Pass(\"good\") : throw new InvalidOperationException(\"bad\");")]
    [InlineData("{ ArgumentOutOfRangeException.ThrowIfGreaterThan(metrics.Error, 1); return GateResult.Pass(\"good\"); }")]
    [InlineData("{ var passed = true; foreach (var e in new[] { metrics.Error }) { passed &= e < 1; } return new(passed, \"\"); }")]
    [InlineData("{ var passed = true; void Check() => passed = metrics.Error < 1; Check(); return new(passed, \"\"); }")]
    [InlineData("{ var result = GateResult.Pass(\"\"); if (metrics.Error > 1) { result = GateResult.Refuse(\"bad\"); } return result; }")]
    [InlineData(
        "{ Decide(metrics, out var result); return result; } private static void Decide(RegressionMetrics m, out GateResult result) => "
            + "result = new(m.Error < 1, \"\");"
    )]
    [InlineData("{ var (result, other) = (GateResult.AtMost(metrics.Error, 1), 2); return result with { Reason = $\"{other}\" }; }")]
    public async Task A_gate_that_can_refuse_is_not_reported(string body) =>
        await ReleaseTest.VerifyAsync(Use + "[Gate] public GateResult Good(RegressionMetrics metrics) " + body);

    [Fact]
    public async Task Helpers_in_other_files_are_followed() =>
        await ReleaseTest.Group.VerifyAsync(
            ReleaseTest.Pipeline(Use + "[Gate] public GateResult {|MLP6002:Good|}(RegressionMetrics metrics) => Gates.Lenient(metrics);"),
            "public static class Gates { public static GateResult Lenient(RegressionMetrics metrics) => metrics.Error < 1 ? new(true, "
                + "\"\") : new(true, \"\"); }"
        );
}
