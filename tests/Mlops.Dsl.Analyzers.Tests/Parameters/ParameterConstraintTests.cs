using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class ParameterConstraintTests
{
    [Theory]
    [InlineData("[{|MLP1064:Range(2, 1)|}] public int")]
    [InlineData("[{|MLP1064:Range(0.5, 0.1)|}] public double")]
    [InlineData("[{|MLP1064:Range(1.0, 1.0, MinimumIsExclusive = true)|}] public double")]
    [InlineData("[{|MLP1064:StringLength(5, MinimumLength = 6)|}] public string")]
    [InlineData("[{|MLP1064:Length(6, 5)|}] public string")]
    [InlineData("[{|MLP1064:StringLength(-2)|}] public string")]
    [InlineData("[{|MLP1064:Range(typeof(int), \"2\", \"1\")|}] public int")]
    [InlineData("[{|MLP1064:Range(typeof(DateOnly), \"2024-02-01\", \"2024-01-01\")|}] public DateOnly")]
    [InlineData("[{|MLP1064:Range(typeof(TimeSpan), \"00:01\", \"00:01\", MaximumIsExclusive = true)|}] public TimeSpan?")]
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
    [InlineData("[{|MLP1065:MinLength(-1)|}] public string")]
    [InlineData("[{|MLP1065:StringLength(5, MinimumLength = -1)|}] public string")]
    [InlineData("[{|MLP1065:Range(typeof(DateTime), \"2024-01-01\", \"2025-01-01\")|}] public DateOnly")]
    [InlineData("[{|MLP1065:Range(typeof(DateOnly), \"2024-13-01\", \"2025-01-01\")|}] public DateOnly")]
    [InlineData("[{|MLP1065:Range(typeof(DateOnly), \"2024-01-01 10:00\", \"2025-01-01\")|}] public DateOnly")]
    [InlineData("[{|MLP1065:Range(typeof(TimeOnly), \"2024-01-01\", \"10:00\")|}] public TimeOnly")]
    [InlineData("[{|MLP1065:Range(typeof(DateTime), \"soon\", \"2025-01-01\")|}] public DateTime")]
    [InlineData("[{|MLP1065:Range(typeof(int), \"1\", \"9\")|}] public double")]
    [InlineData("[{|MLP1065:Range(typeof(byte), \"1\", \"256\")|}] public byte")]
    [InlineData("[{|MLP1065:Range(typeof(decimal), \"a\", \"9\")|}] public decimal")]
    [InlineData("[{|MLP1065:Range(typeof(string), \"a\", \"z\")|}] public string")]
    [InlineData("[{|MLP1065:EmailAddress|}] public int")]
    [InlineData("[{|MLP1065:Phone|}] public long")]
    [InlineData("[{|MLP1065:AllowedValues(1, 2)|}] public double")]
    [InlineData("[{|MLP1065:AllowedValues(1L)|}] public int?")]
    [InlineData("[{|MLP1065:AllowedValues(1, null)|}] public int")]
    [InlineData("[{|MLP1065:DeniedValues(\"Monday\")|}] public DayOfWeek")]
    [InlineData("[{|MLP1065:Compare(\"Other\")|}] public string")]
    public async Task A_constraint_that_does_not_apply_is_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property + " Value { get; init; } = default!;");

    [Theory]
    [InlineData("(")]
    [InlineData("[a-")]
    [InlineData("*")]
    public async Task An_invalid_expression_is_reported(string pattern) =>
        await RuleTest.VerifyMembersAsync(
            $"[Parameter, RegularExpression({{|MLP1066:\"{pattern}\"|}})] public string Value {{ get; init; }} = \"\";"
        );

    [Theory]
    [InlineData("[Range(1, 2)] public int?")]
    [InlineData("[Range(0, 1)] public double")]
    [InlineData("[Range(1, 1)] public long")]
    [InlineData("[Range(typeof(DateOnly), \"2020-01-01\", \"2030-01-01\")] public DateOnly")]
    [InlineData("[Range(typeof(decimal), \"0.1\", \"0.9\")] public decimal")]
    [InlineData("[StringLength(5, MinimumLength = 5)] public string")]
    [InlineData("[MinLength(1)] public int[]")]
    [InlineData("[Required, RegularExpression(\"^[a-z]+$\")] public string")]
    [InlineData("[Range(typeof(int), \"1\", \"9\")] public int")]
    [InlineData("[Range(typeof(double), \"0.5\", \"1e3\")] public double")]
    [InlineData("[Range(typeof(Int128), \"0\", \"170141183460469231731687303715884105727\")] public Int128")]
    [InlineData("[Range(typeof(DateTime), \"2024-01-01 10:00\", \"2025-01-01\")] public DateTime")]
    [InlineData("[Range(typeof(TimeOnly), \"08:00\", \"17:30\")] public TimeOnly?")]
    [InlineData("[AllowedValues(1.0, 2.0)] public double")]
    [InlineData("[AllowedValues(1, 2, null)] public int?")]
    [InlineData("[AllowedValues(DayOfWeek.Monday), DeniedValues(DayOfWeek.Friday)] public DayOfWeek")]
    [InlineData("[MaxLength(-1), MinLength(3)] public string")]
    [InlineData("[Required] public int")]
    [InlineData("[StringLength(8), RegularExpression(\"[A-Z]{2}-[0-9]{4}|x*\")] public string")]
    [InlineData("[AllowedValues(1, 20), Range(1, 9)] public int")]
    [InlineData("[AllowedValues(\"a\", \"b\"), DeniedValues(\"c\"), Required] public string")]
    public async Task Sound_constraints_are_not_reported(string property) =>
        await RuleTest.VerifyMembersAsync("[Parameter] " + property + " Value { get; init; }");

    [Theory]
    [InlineData("StringLength(5), {|MLP1069:MinLength(6)|}", "string")]
    [InlineData("Length(1, 3), {|MLP1069:MinLength(4)|}", "int[]")]
    [InlineData("Required, {|MLP1069:StringLength(0)|}", "string")]
    [InlineData("StringLength(4), {|MLP1069:RegularExpression(\"[A-Z]{2}-[0-9]{4}\")|}", "string")]
    [InlineData("MinLength(20), {|MLP1069:RegularExpression(@\"(?:a|bc){1,3}\\.\\d?\")|}", "string")]
    [InlineData("AllowedValues(1, 2), {|MLP1069:DeniedValues(2, 3)|}", "int")]
    [InlineData("AllowedValues(10, 20), {|MLP1069:Range(1, 9)|}", "int")]
    [InlineData("AllowedValues(\"small\", \"large\"), {|MLP1069:StringLength(4)|}", "string")]
    [InlineData("AllowedValues(\"s\", \"L\"), {|MLP1069:RegularExpression(\"[0-9]+\")|}", "string")]
    public async Task Constraints_that_exclude_each_other_are_reported(string attributes, string type) =>
        await RuleTest.VerifyMembersAsync($"[Parameter, {attributes}] public {type} Value {{ get; init; }}");

    [Fact]
    public async Task The_message_says_what_each_asks_for() =>
        Assert.Equal(
            "[StringLength] and [RegularExpression] on 'Value' contradict each other: [RegularExpression] asks for 7 characters or more, "
                + "and [StringLength] for 4 or fewer",
            Assert.Single(
                await RuleTest.VerifyMembersAsync(
                    "[Parameter, StringLength(4), {|MLP1069:RegularExpression(\"[A-Z]{2}-[0-9]{4}\")|}] public string Value { get; init; }"
                )
            )
        );

    [Theory]
    [InlineData("[{|MLP1064:Range(2, 1)|}] public int", "[Range(1, 2)] public int")]
    [InlineData("[{|MLP1064:Range(maximum: 0.1, minimum: 0.5)|}] public double", "[Range(maximum: 0.5, minimum: 0.1)] public double")]
    [InlineData("[{|MLP1064:Length(6, /* most */ 5)|}] public string", "[Length(5, /* most */ 6)] public string")]
    [InlineData("[{|MLP1064:StringLength(5, MinimumLength = 6)|}] public string", "[StringLength(6, MinimumLength = 5)] public string")]
    [InlineData(
        "[{|MLP1064:Range(typeof(DateOnly), \"2024-02-01\", \"2024-01-01\")|}] public DateOnly",
        "[Range(typeof(DateOnly), \"2024-01-01\", \"2024-02-01\")] public DateOnly"
    )]
    public async Task Swapped_bounds_are_swapped_back(string before, string after) =>
        await RuleTest.VerifyMembersFixAsync<SwapBoundsFix>(
            $"[Parameter] {before} Value {{ get; init; }}",
            $"[Parameter] {after} Value {{ get; init; }}"
        );

    [Fact]
    public async Task Bounds_that_exclude_each_other_are_not_swapped() =>
        Assert.Empty(
            await RuleTest.TitlesAsync<SwapBoundsFix>(
                RuleTest.Pipeline("[Parameter, {|MLP1064:Range(1.0, 1.0, MinimumIsExclusive = true)|}] public double Value { get; init; }")
            )
        );
}
