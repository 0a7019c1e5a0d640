using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class ParameterConstraintTests
{
    [Theory]
    [InlineData("[{|MLP1064:Range(2, 1)|}] public int")]
    [InlineData("[{|MLP1064:Range(0.5, 0.1)|}] public double")]
    [InlineData("[{|MLP1064:Range(1.0, 1.0, MinimumIsExclusive = true)|}] public double")]
    [InlineData("[{|MLP1064:StringLength(5, MinimumLength = 6)|}] public string")]
    [InlineData("[{|MLP1064:Length(6, 5)|}] public string")]
    public async Task A_constraint_that_nothing_satisfies_is_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property + " Value { get; init; } = default!;");

    [Theory]
    [InlineData("[{|MLP1065:Range(1, 2)|}] public string")]
    [InlineData("[{|MLP1065:Range(1, 2)|}] public bool")]
    [InlineData("[{|MLP1065:Range(1, 2)|}] public DayOfWeek")]
    [InlineData("[{|MLP1065:Range(1, 2)|}] public DateOnly")]
    [InlineData("[{|MLP1065:Range(0.5, 2)|}] public int")]
    [InlineData("[{|MLP1065:Range(0, 300)|}] public byte")]
    [InlineData("[{|MLP1065:StringLength(5)|}] public int")]
    [InlineData("[{|MLP1065:RegularExpression(\"a\")|}] public int")]
    [InlineData("[{|MLP1065:MinLength(1)|}] public int")]
    public async Task A_constraint_that_does_not_apply_is_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property + " Value { get; init; } = default!;");

    [Theory]
    [InlineData("(")]
    [InlineData("[a-")]
    [InlineData("*")]
    public async Task An_invalid_expression_is_reported(string pattern) =>
        await RuleTest.VerifyMembersAsync($"[Parameter, RegularExpression({{|MLP1066:\"{pattern}\"|}})] public string Value {{ get; init; }} = \"\";");

    [Theory]
    [InlineData("[Range(1, 2)] public int?")]
    [InlineData("[Range(0, 1)] public double")]
    [InlineData("[Range(1, 1)] public long")]
    [InlineData("[Range(typeof(DateOnly), \"2020-01-01\", \"2030-01-01\")] public DateOnly")]
    [InlineData("[Range(typeof(decimal), \"0.1\", \"0.9\")] public decimal")]
    [InlineData("[StringLength(5, MinimumLength = 5)] public string")]
    [InlineData("[MinLength(1)] public int[]")]
    [InlineData("[Required, RegularExpression(\"^[a-z]+$\")] public string")]
    public async Task Sound_constraints_are_not_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property + " Value { get; init; }");
}
