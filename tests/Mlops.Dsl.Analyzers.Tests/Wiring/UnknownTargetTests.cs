using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class UnknownTargetTests
{
    private const string Stages = """
        [Parameter]
        public bool Fast { get; init; }

        [Gate]
        public GateResult GoodEnough() => GateResult.Pass("");

        [Stage]
        public (string[] Folds, int Other) Split() => ([], 1);


        """;

    [Theory]
    [InlineData(
        "[Stage] public int Use([From({|MLP1034:\"Fold\"|})] string[] x) => 1;",
        "[From] of stage 'Use' names 'Fold', which is no stage or output that would do; did you mean 'Folds'?"
    )]
    [InlineData(
        "[Stage, After({|MLP1034:\"Spilt\"|})] public int Use() => 1;",
        "[After] of stage 'Use' names 'Spilt', which is no stage or output that would do; did you mean 'Split'?"
    )]
    [InlineData(
        "[Stage, When({|MLP1034:\"GodEnough\"|})] public int Use() => 1;",
        "[When] of stage 'Use' names 'GodEnough', which is no stage or output that would do; did you mean 'GoodEnough'?"
    )]
    [InlineData(
        "[Stage, Unless({|MLP1034:\"Nothing\"|})] public int Use() => 1;",
        "[Unless] of stage 'Use' names 'Nothing', which is no stage or output that would do; choose from 'GoodEnough' and 'Fast'"
    )]
    [InlineData(
        "[Stage, ForEach({|MLP1034:\"Flods\"|})] public int Use([From(\"Other\")] int other) => 1;",
        "[ForEach] of stage 'Use' names 'Flods', which is no stage or output that would do; did you mean 'Folds'?"
    )]
    public async Task An_unknown_name_is_reported_with_the_nearest(string member, string expected) =>
        Assert.Equal(expected, Assert.Single(await RuleTest.VerifyMembersAsync(Stages + member)));

    [Theory]
    [InlineData("[Stage, After(nameof(Split)), When(nameof(GoodEnough)), Unless(nameof(Fast))] public int Use() => 1;")]
    [InlineData("[Stage, After(\"folds\")] public int Use() => 1;")]
    [InlineData("[Stage, ForEach(\"Folds\")] public int Use(string fold) => 1;")]
    public async Task Known_names_are_not_reported(string member) => await RuleTest.VerifyMembersAsync(Stages + member);

    [Theory]
    [InlineData("[Stage, After(\"Spilt\")] public int Use() => 1;", "[Stage, After(nameof(Split))] public int Use() => 1;")]
    [InlineData("[Stage, When(\"fats\")] public int Use() => 1;", "[Stage, When(nameof(Fast))] public int Use() => 1;")]
    [InlineData("[Stage] public int Use([From(\"Fold\")] string[] x) => 1;", "[Stage] public int Use([From(\"Folds\")] string[] x) => 1;")]
    public async Task The_fix_names_the_nearest(string before, string after) =>
        await RuleTest.VerifyMembersFixAsync<UseNearestNameFix>(Stages + before, Stages + after);
}
