using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Bodies;

public class DefaultBreaksConstraintTests
{
    [Theory]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; } = {|MLP1063:0.95|};")]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; } = {|MLP1063:1|};")]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; } = {|MLP1063:double.NaN|};")]
    [InlineData("[Range(1.0, 2.0, MaximumIsExclusive = true)] public double Value { get; init; } = {|MLP1063:2|};")]
    [InlineData("[Range(1, 9)] public int? Value { get; init; } = {|MLP1063:-1|};")]
    [InlineData("[StringLength(3)] public string Value { get; init; } = {|MLP1063:\"long\"|};")]
    [InlineData("[MinLength(5)] public string Value { get; init; } = {|MLP1063:\"long\"|};")]
    [InlineData("[RegularExpression(\"[a-z]+\")] public string Value { get; init; } = {|MLP1063:\"a1\"|};")]
    [InlineData("[AllowedValues(\"a\", \"b\")] public string Value { get; init; } = {|MLP1063:\"c\"|};")]
    [InlineData("[DeniedValues(0)] public int Value { get; init; } = {|MLP1063:0|};")]
    [InlineData("[MaxLength(1)] public int[] Value { get; init; } = {|MLP1063:[1, 2]|};")]
    [InlineData("[Length(1, 2)] public string[] Value { get; init; } = {|MLP1063:[]|};")]
    [InlineData("[MinLength(3)] public int[] Value { get; init; } = {|MLP1063:new[] { 1, 2 }|};")]
    public async Task A_default_that_breaks_the_constraint_is_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property);

    [Theory]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; } = 0.5;")]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; } = Math.Max(1.0, 2.0);")]
    [InlineData("[Range(1, 9)] public int? Value { get; init; } = null;")]
    [InlineData("[Required] public string Value { get; init; } = \"\";")]
    [InlineData("[RegularExpression(\"[a-z]+\")] public string Value { get; init; } = \"\";")]
    [InlineData("[AllowedValues(\"a\", \"b\")] public string Value { get; init; } = \"a\";")]
    [InlineData("[Range(0.5, 0.9)] public double Value { get; init; }")]
    [InlineData("[MaxLength(2)] public int[] Value { get; init; } = [1, 2];")]
    [InlineData("[MaxLength(1)] public int[] Value { get; init; } = [1, .. Array.Empty<int>()];")]
    [InlineData("[MinLength(3)] public int[] Value { get; init; } = new int[3];")]
    public async Task Other_defaults_are_not_reported(string property) => await RuleTest.VerifyMembersAsync("[Parameter] " + property);

    [Fact]
    public async Task The_message_says_what_the_constraint_is()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync("[Parameter, Range(0.5, 0.9)] public double Share { get; init; } = {|MLP1063:0.95|};")
        );
        Assert.Equal(
            "The default 0.95 of 'Share' is not between 0.5 and 0.9, which its [Range] demands: a run that does not set it would "
                + "be refused",
            message
        );
    }
}
