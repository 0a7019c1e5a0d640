using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class ExclusiveBranchesTests
{
    private const string Branches = """
        [Parameter] public bool Fast { get; init; }
        [Stage] public bool Big() => true;
        [Gate] public GateResult Good() => GateResult.AtLeast(1, 1);
        [Stage, When(nameof(Fast))] public int Few() => 1;
        [Stage, Unless(nameof(Fast))] public int Many() => 2;
        [Stage, When(nameof(Good))] public string Ready(int few) => $"{few}";
        [Stage, Unless(nameof(Good))] public long Unready() => 3;
        [Stage, Unless(nameof(Big))] public double Small(int many) => many;
        """;

    [Theory]
    [InlineData(
        "public int {|MLP1041:Join|}(int few, int many) => few + many;",
        "it needs 'Few', which runs when 'Fast' holds, and it needs 'Many', which runs unless 'Fast' holds"
    )]
    [InlineData(
        "public int {|MLP1041:Join|}(string ready, int many) => many;",
        "it needs 'Few', which runs when 'Fast' holds, and it needs 'Many', which runs unless 'Fast' holds"
    )]
    [InlineData(
        "public int {|MLP1041:Join|}(string ready, long unready) => 1;",
        "it needs 'Ready', which runs when 'Good' holds, and it needs 'Unready', which runs unless 'Good' holds"
    )]
    [InlineData(
        "[When(\"fast\")] public int {|MLP1041:Join|}(double small) => 1;",
        "it runs when 'Fast' holds, and it needs 'Many', which runs unless 'Fast' holds"
    )]
    [InlineData(
        "[After(nameof(Few)), After(nameof(Many))] public int {|MLP1041:Join|}() => 1;",
        "it needs 'Few', which runs when 'Fast' holds, and it needs 'Many', which runs unless 'Fast' holds"
    )]
    [InlineData(
        "public int {|MLP1041:Join|}(int few, int many) => 1; [Stage] public int Later(int join) => 1; [Publish(\"last\")] public int "
            + "Last(int later, int few, int many) => 1;",
        "it needs 'Few', which runs when 'Fast' holds, and it needs 'Many', which runs unless 'Fast' holds"
    )]
    public async Task A_stage_that_needs_both_is_reported_and_what_needs_it_is_not(string members, string expected)
    {
        var message = Assert.Single(await RuleTest.VerifyMembersAsync(Branches + "\n[Stage] " + members));
        Assert.Equal($"'Join' never runs: {expected}; let it need one of the two, or decide inside one stage", message);
    }

    [Theory]
    [InlineData("public int Join(int few) => few;")]
    [InlineData("public int Join(int many, long unready) => many;")]
    [InlineData("public int Join(int many, string big) => many;", "[Stage, When(nameof(Fast))] public string Other() => \"\"; ")]
    [InlineData("[When(nameof(Big))] public int Join(int few) => few;")]
    [InlineData("public int Join(bool big, GateResult good) => 1;")]
    public async Task A_stage_that_may_run_is_not_reported(string members, string others = "") =>
        await RuleTest.VerifyMembersAsync(
            Branches + "\n" + others + "[Stage] " + members.Replace("string big", "[From(nameof(Big))] bool big", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_stage_that_contradicts_itself_has_a_rule_of_its_own() =>
        await RuleTest.VerifyMembersAsync(
            "[Parameter] public bool Fast { get; init; } [Stage, When(nameof(Fast)), {|MLP1016:Unless(nameof(Fast))|}] public int One() => "
                + "1; [Stage] public int Two(int one) => one;"
        );
}
