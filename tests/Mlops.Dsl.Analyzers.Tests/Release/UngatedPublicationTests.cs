using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Release;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class UngatedPublicationTests
{
    private const string Good = "[Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1); ";

    [Theory]
    [InlineData("[Publish(\"prices\")] public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;")]
    [InlineData(
        "[Parameter] public bool On { get; init; } [Publish(\"prices\"), When(nameof(On))] public PriceModel "
            + "{|MLP6001:Release|}(PriceModel fit) => fit;"
    )]
    [InlineData(
        "[Stage] public double[] Export(PriceModel fit) => [fit.Slope]; [Publish(\"prices\")] public double[] {|MLP6001:Release|}(double[] "
            + "export) => export;"
    )]
    [InlineData(
        "[Publish(\"prices\")] public async Task<PriceModel> {|MLP6001:Release|}(PriceModel fit) { await Task.Yield(); return fit; }"
    )]
    [InlineData(
        "[Stage] public bool Ready(PriceModel fit) => fit.Slope > 0; [Publish(\"prices\"), When(nameof(Ready))] public PriceModel "
            + "{|MLP6001:Release|}(PriceModel fit) => fit;"
    )]
    public async Task A_model_that_no_gate_decides_about_is_reported(string members)
    {
        var message = Assert.Single(await ReleaseTest.VerifyAsync(members));
        Assert.Equal(
            "Nothing decides whether 'Release' is published; add a gate that compares its metrics with what a release needs, and name it "
                + "in [When]",
            message
        );
    }

    [Fact]
    public async Task Waiting_for_a_gate_is_not_asking_it()
    {
        var message = Assert.Single(
            await ReleaseTest.VerifyAsync(
                Good + "[Publish(\"prices\"), After(nameof(Good))] public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;"
            )
        );
        Assert.Equal(
            "Nothing decides whether 'Release' is published: [After] waits for gate 'Good', but goes on when it refused; add [When] with "
                + "the gate that decides: 'Good'",
            message
        );
    }

    [Fact]
    public async Task A_result_that_is_taken_and_never_read_decides_nothing() =>
        await ReleaseTest.VerifyAsync(
            Good + "[Publish(\"prices\")] public PriceModel {|MLP6001:Release|}(PriceModel fit, GateResult good) => fit;"
        );

    [Theory]
    [InlineData("[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;")]
    [InlineData(
        "[Publish(\"prices\")] public PriceModel Release(PriceModel fit, GateResult good) => good.Passed ? fit : throw new "
            + "InvalidOperationException(good.Reason);"
    )]
    [InlineData(
        "[Stage, When(nameof(Good))] public PriceModel Approve(PriceModel fit) => fit; [Publish(\"prices\")] public PriceModel "
            + "Release([From(nameof(Approve))] PriceModel model) => model;"
    )]
    [InlineData(
        "[Stage, When(nameof(Good))] public void Announce() { } [Publish(\"prices\"), After(nameof(Announce))] public PriceModel "
            + "Release(PriceModel fit) => fit;"
    )]
    [InlineData(
        "[Stage] public bool Ready(GateResult good) => good.Passed; [Publish(\"prices\"), When(nameof(Ready))] public PriceModel "
            + "Release(PriceModel fit) => fit;"
    )]
    [InlineData(
        "[Gate] public GateResult Both(GateResult good) => good; [Publish(\"prices\"), When(nameof(Both))] public PriceModel "
            + "Release(PriceModel fit) => fit;"
    )]
    public async Task A_gate_on_any_path_decides(string members) => await ReleaseTest.VerifyAsync(Good + members);

    [Theory]
    [InlineData("[Publish(\"quality-report\")] public string Release(RegressionMetrics evaluate) => $\"{evaluate.Error}\";")]
    [InlineData("[Publish(\"metrics\")] public RegressionMetrics Release(RegressionMetrics evaluate) => evaluate;")]
    [InlineData("[Publish(\"prices-card\")] public string Describe(PriceModel fit) => $\"{fit.Slope}\";")]
    public async Task Reports_and_metrics_need_no_gate(string members) => await ReleaseTest.VerifyAsync(members);

    [Fact]
    public async Task Other_artifacts_get_a_suggestion()
    {
        var project = ReleaseTest.Group.Project(
            ReleaseTest.Pipeline("[Publish(\"houses\")] public Validated<House> {|MLP6001:Release|}(Validated<House> check) => check;")
        );
        var reported = Assert.Single(await AnalyzerVerifier.VerifyAsync(project, TestContext.Current.CancellationToken));
        Assert.Equal(DiagnosticSeverity.Info, reported.Severity);
    }

    [Fact]
    public async Task A_stage_called_Fit_trains_whatever_its_types_are()
    {
        var project = ReleaseTest.Group.Project(
            RuleTest.Pipeline(
                "[Stage] public double[] Read() => []; [Stage] public double Fit(double[] read) => read.Sum(); [Publish(\"sum\")] public "
                    + "double {|MLP6001:Release|}(double fit) => fit;"
            )
        );
        var reported = Assert.Single(await AnalyzerVerifier.VerifyAsync(project, TestContext.Current.CancellationToken));
        Assert.Equal(DiagnosticSeverity.Warning, reported.Severity);
    }

    [Fact]
    public async Task A_pipeline_that_does_not_bind_is_left_to_the_rules_about_wiring() =>
        await new RuleGroupTest(1, 6).VerifyAsync(
            ReleaseTest.Pipeline("[Publish(\"prices\")] public PriceModel Release(PriceModel fit, Uri {|MLP1031:nothing|}) => fit;")
        );

    [Fact]
    public async Task The_fix_asks_the_gate() =>
        await ReleaseTest.Group.VerifyFixAsync<AskGateFix>(
            ReleaseTest.Pipeline(
                Good
                    + """

                    /// <summary>Released.</summary>
                    [Publish("prices")]
                    public PriceModel Release(PriceModel fit) => fit;
                    """
            ),
            ReleaseTest.Pipeline(
                Good
                    + """

                    /// <summary>Released.</summary>
                    [Publish("prices"), When(nameof(Good))]
                    public PriceModel Release(PriceModel fit) => fit;
                    """
            )
        );

    [Fact]
    public async Task The_fix_turns_waiting_into_asking() =>
        await ReleaseTest.Group.VerifyFixAsync<AskGateFix>(
            ReleaseTest.Pipeline(Good + "[After(nameof(Good))]\n[Publish(\"prices\")]\npublic PriceModel Release(PriceModel fit) => fit;"),
            ReleaseTest.Pipeline(Good + "[When(nameof(Good))]\n[Publish(\"prices\")]\npublic PriceModel Release(PriceModel fit) => fit;")
        );

    [Fact]
    public async Task The_fix_adds_a_gate_that_refuses_until_it_is_written() =>
        await ReleaseTest.Group.VerifyFixAsync<AddGateFix>(
            ReleaseTest.Pipeline(
                """
                /// <summary>Released.</summary>
                [Publish("prices")]
                public PriceModel Release(PriceModel fit) => fit;
                """
            ),
            ReleaseTest.Pipeline(
                """
                [Gate]
                public GateResult GoodEnough(RegressionMetrics evaluate) =>
                    GateResult.Refuse("GoodEnough does not compare anything yet");

                /// <summary>Released.</summary>
                [Publish("prices"), When(nameof(GoodEnough))]
                public PriceModel Release(PriceModel fit) => fit;
                """
            )
        );
}
