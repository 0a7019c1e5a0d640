using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowConstraintTests
{
    [Theory]
    [InlineData("[Row] public sealed partial record Member([{|MLP1065:Range(1, 2)|}] string Id);")]
    [InlineData("[Row] public sealed partial record Member([property: {|MLP1064:Range(2, 1)|}] int Id);")]
    [InlineData("[Row] public sealed partial record Member([RegularExpression({|MLP1066:\"(\"|})] string Id);")]
    [InlineData("[Row] public sealed partial record Member([StringLength(3), {|MLP1069:MinLength(4)|}] string Id);")]
    [InlineData("[Row] public sealed partial record Member([property: StringLength(3)] [{|MLP1069:MinLength(4)|}] string Id);")]
    [InlineData("[Row] public sealed partial record Member([{|MLP1084:Required|}] int Age);")]
    [InlineData("[Row] public sealed partial record Member([property: Feature, {|MLP1084:Required|}] DateTime Seen);")]
    [InlineData("[Row] public sealed partial class Member { [{|MLP1084:Required|}] public bool Left { get; set; } }")]
    public async Task A_column_that_cannot_be_checked_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Fact]
    public async Task Sound_columns_are_not_reported() =>
        await RuleTest.VerifyAsync(
            "[Row] public sealed partial record Member([Required, RegularExpression(\"^[TMPFE]:.+\")] string Id, [StringLength(4000, "
                + "MinimumLength = 20), Feature] string Summary);"
        );

    [Theory]
    [InlineData(
        "[Row] public sealed partial record Member([{|MLP1084:Required|}] int Age);",
        "[Row] public sealed partial record Member([Required] int? Age);"
    )]
    [InlineData(
        "[Row] public sealed partial class Member { [Feature, {|MLP1084:Required|}] public bool Left { get; set; } }",
        "[Row] public sealed partial class Member { [Feature, Required] public bool? Left { get; set; } }"
    )]
    public async Task A_column_is_made_nullable(string before, string after) =>
        await RuleTest.VerifyFixAsync<MakeColumnNullableFix>(before, after);

    [Fact]
    public async Task An_attribute_that_checks_nothing_is_removed() =>
        await RuleTest.VerifyFixAsync<RemoveAttributeFix>(
            "[Row] public sealed partial record Member([{|MLP1084:Required|}, Feature] int Age);",
            "[Row] public sealed partial record Member([Feature] int Age);"
        );

    [Fact]
    public async Task A_column_whose_value_is_needed_is_not_made_nullable() =>
        Assert.Empty(
            await RuleTest.TitlesAsync<MakeColumnNullableFix>(
                "[Row] public sealed partial record Member([{|MLP1084:Required|}] int Age) { public int Next() => Math.Abs(Age); }"
            )
        );
}
