using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class AmbiguousInputTests
{
    private const string Two = """
        [Stage]
        public int First() => 1;

        [Stage]
        public (int Second, string Text) Rest() => (2, "");


        """;

    [Fact]
    public async Task An_ambiguous_parameter_names_the_candidates()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(Two + "[Stage] public int Twice(int {|MLP1032:count|}) => 2 * count;")
        );
        Assert.Equal(
            "Parameter 'count' of stage 'Twice' (int) could be 'First' or 'Second'; rename it to the one that is meant, or mark it [From]",
            message
        );
    }

    [Fact]
    public async Task A_named_parameter_is_not_reported() =>
        await RuleTest.VerifyMembersAsync(Two + "[Stage] public int Twice(int second) => 2 * second;");

    [Fact]
    public async Task Each_candidate_is_offered() =>
        Assert.Equal(
            ["Bind with [From(nameof(First))]", "Bind with [From(\"Second\")]"],
            await RuleTest.TitlesAsync<AddFromFix>(RuleTest.Pipeline(Two + "[Stage] public int Twice(int count) => 2 * count;"))
        );

    [Theory]
    [InlineData("[From(nameof(First))]")]
    [InlineData("[From(\"Second\")]")]
    public async Task The_fix_binds_to_the_chosen_one(string attribute) =>
        await RuleTest.VerifyMembersFixAsync<AddFromFix>(
            Two + "[Stage] public string Twice(StageContext context, int count) => \"\";",
            Two + "[Stage] public string Twice(StageContext context, " + attribute + " int count) => \"\";",
            $"Bind with {attribute}"
        );
}
