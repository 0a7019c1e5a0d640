using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class ColumnRuleTests
{
    [Theory]
    [InlineData("[Row] public sealed partial record R([Pii, {|MLP5001:Feature|}] string Email);")]
    [InlineData("[Row] public sealed partial record R([{|MLP5001:Feature|}, Pii] string Email);")]
    [InlineData("[Row] public sealed partial record R([property: Pii][{|MLP5001:Feature|}] string Email);")]
    [InlineData("[Row] public sealed partial record R { [Pii, {|MLP5001:Feature|}] public string Email { get; init; } = \"\"; }")]
    [InlineData("[Row] public sealed partial record R([Protected, {|MLP5007:Feature|}] string Gender);")]
    [InlineData("[Row] public sealed partial record R([Mlops.Dsl.ProtectedAttribute, {|MLP5007:Mlops.Dsl.Feature|}] string Gender);")]
    public async Task A_feature_that_must_not_be_one_is_reported(string row) => await GovernanceTest.Group.VerifyAsync(row);

    [Theory]
    [InlineData(
        "[Row] public sealed partial record R([Pii] string Email, [Protected] string Gender, [Feature] double Spent, [Label] bool Left);"
    )]
    [InlineData("[Row] public sealed partial record R([Pii, Protected] int Age);")]
    [InlineData("[Row] public sealed partial record R([Pii] string Email) { [Feature] public string Provider => \"\"; }")]
    [InlineData("[Row] public sealed partial record R([Feature] string Email); public sealed class PiiAttribute : Attribute;")]
    public async Task Other_columns_are_not_reported(string row) => await GovernanceTest.Group.VerifyAsync(row);

    [Theory]
    [InlineData("[Pii, Feature] string A, [Feature, Protected] int B", "[Pii] string A, [Protected] int B")]
    [InlineData("[Pii] [Feature] string A", "[Pii] string A")]
    public async Task The_fix_removes_the_feature(string before, string after) =>
        await GovernanceTest.Group.VerifyFixAsync<RemoveAttributeFix>(
            $"[Row] public sealed partial record R({before});",
            $"[Row] public sealed partial record R({after});"
        );

    [Fact]
    public async Task All_features_are_removed_at_once() =>
        await GovernanceTest.Group.VerifyFixAllAsync<RemoveAttributeFix>(
            "[Row] public sealed partial record R([Pii, Feature] string A, [Pii, Feature] int B); [Row] public sealed partial record "
                + "S([Pii, Feature] string A);",
            "[Row] public sealed partial record R([Pii] string A, [Pii] int B); [Row] public sealed partial record S([Pii] string A);"
        );
}
