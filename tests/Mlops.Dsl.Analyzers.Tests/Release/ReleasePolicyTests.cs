using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;
using Mlops.Dsl.CodeFixes.Release;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class ReleasePolicyTests
{
    private const string Good = "[Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1); ";
    private const string Released = Good + "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;";

    [Theory]
    [InlineData("mlops_dsl.require_review = true", "Publish(\"prices\")", true)]
    [InlineData("mlops_dsl.require_review = True", "Publish(\"prices\", Purpose = \"x\")", true)]
    [InlineData("mlops_dsl.require_review = true", "Publish(\"prices\"), RequiresReview(2)", false)]
    [InlineData("mlops_dsl.require_review = false", "Publish(\"prices\")", false)]
    [InlineData("", "Publish(\"prices\")", false)]
    public async Task A_review_that_policy_demands_has_to_be_declared(string policy, string publish, bool isReported)
    {
        var marked = !isReported ? publish : $"{{|MLP6006:{publish}|}}";
        await RuleGroupTest.VerifyAsync(Project(Released.Replace("Publish(\"prices\")", marked, StringComparison.Ordinal), policy));
    }

    [Theory]
    [InlineData("mlops_dsl.required_gates = Good", "")]
    [InlineData("mlops_dsl.required_gates = good, *", "")]
    [InlineData("mlops_dsl.required_gates = *", "")]
    [InlineData(
        "mlops_dsl.required_gates = Good, Fair",
        "Policy demands gate 'Fair' before 'Release' is published, but the pipeline has none; add it, and name it in [When]"
    )]
    [InlineData(
        "mlops_dsl.required_gates = Fresh",
        "Policy demands gate 'Fresh' before 'Release' is published, but no [When] on its path names 'Fresh'; add it"
    )]
    public async Task Gates_that_policy_demands_have_to_be_on_the_path(string policy, string message)
    {
        var members =
            Released.Replace(" Release(", message.Length == 0 ? " Release(" : " {|MLP6007:Release|}(", StringComparison.Ordinal)
            + " [Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 1); [Stage, When(nameof(Fresh))] public "
            + "string Tell() => \"\";";
        Assert.Equal(message.Length == 0 ? [] : [message], await RuleGroupTest.VerifyAsync(Project(members, policy)));
    }

    [Fact]
    public async Task Policy_can_demand_a_gate_for_whatever_is_published() =>
        await RuleGroupTest.VerifyAsync(
            Project(
                "[Publish(\"quality-report\")] public string {|MLP6007:Release|}(RegressionMetrics evaluate) => \"\";",
                "mlops_dsl.required_gates = *"
            )
        );

    [Fact]
    public async Task A_property_of_the_project_is_policy_too() =>
        await RuleGroupTest.VerifyAsync(
            ReleaseTest
                .Group.Project(
                    ReleaseTest.Pipeline(
                        Released.Replace("Publish(\"prices\")", "{|MLP6006:Publish(\"prices\")|}", StringComparison.Ordinal)
                    )
                )
                .WithBuildProperty("MlopsDslRequireReview", "true")
        );

    [Fact]
    public async Task The_nearer_policy_wins() =>
        await RuleGroupTest.VerifyAsync(
            Project(Released, "mlops_dsl.require_review = false").WithBuildProperty("MlopsDslRequireReview", "true")
        );

    [Fact]
    public async Task The_fix_declares_the_review() =>
        await FixAsync<DeclareFix>(
            "mlops_dsl.require_review = true",
            Released,
            Released.Replace("Publish(\"prices\")", "Publish(\"prices\"), RequiresReview", StringComparison.Ordinal)
        );

    [Fact]
    public async Task The_fix_asks_the_gate_that_policy_demands() =>
        await FixAsync<AskGateFix>(
            "mlops_dsl.required_gates = Good",
            Good + "[Publish(\"prices\")] public PriceModel Release(PriceModel fit) => fit;",
            Good + "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;"
        );

    [Fact]
    public async Task The_fix_adds_the_gate_that_policy_demands() =>
        await FixAsync<AddGateFix>(
            "mlops_dsl.required_gates = Fair",
            Good + "\n\n[Publish(\"prices\"), When(nameof(Good))]\npublic PriceModel Release(PriceModel fit) => fit;",
            Good
                + "\n\n[Gate]\npublic GateResult Fair() =>\n    GateResult.Refuse(\"Fair does not compare anything yet\");\n\n"
                + "[Publish(\"prices\"), When(nameof(Good)), When(nameof(Fair))]\npublic PriceModel Release(PriceModel fit) => fit;"
        );

    private static async Task FixAsync<TFix>(string policy, string before, string after)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        await CodeFixVerifier.VerifyAsync(
            Project(before, policy),
            new TFix(),
            ReleaseTest.Pipeline(after),
            null,
            TestContext.Current.CancellationToken
        );

    private static TestProject Project(string members, string policy) =>
        ReleaseTest.Group.Project(ReleaseTest.Pipeline(members)) with
        {
            EditorConfig = $"[*.cs]\n{policy}\n",
        };
}
