using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class PolicyWithoutStageTests
{
    [Theory]
    [InlineData("Retry(3)")]
    [InlineData("Timeout(\"00:01:00\")")]
    [InlineData("NoCache")]
    [InlineData("Resources(Cpu = 2)")]
    [InlineData("When(\"Good\")")]
    [InlineData("After(\"Good\")")]
    public async Task A_policy_on_a_helper_is_reported(string policy) =>
        await RuleTest.VerifyMembersAsync($"[{{|MLP1025:{policy}|}}] private int Help() => 1;");

    [Fact]
    public async Task A_policy_on_a_stage_is_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage, Retry(3), NoCache, Resources(Cpu = 2)] public int Count() => 1;");

    [Fact]
    public async Task Fix_all_removes_them() =>
        await RuleTest.VerifyFixAllAsync<RemoveAttributeFix>(
            RuleTest.Pipeline("[NoCache] private int Help() => 1;\n\n[NoCache, Obsolete] private int Other() => 1;"),
            RuleTest.Pipeline("private int Help() => 1;\n\n[Obsolete] private int Other() => 1;")
        );

    [Fact]
    public async Task The_fix_removes_it() =>
        await RuleTest.VerifyMembersFixAsync<RemoveAttributeFix>(
            "[NoCache, Obsolete] private int Help() => 1;",
            "[Obsolete] private int Help() => 1;"
        );
}
