using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowConstraintTests
{
    [Theory]
    [InlineData("[Row] public sealed partial record Member([{|MLP1065:Range(1, 2)|}] string Id);")]
    [InlineData("[Row] public sealed partial record Member([property: {|MLP1064:Range(2, 1)|}] int Id);")]
    [InlineData("[Row] public sealed partial record Member([RegularExpression({|MLP1066:\"(\"|})] string Id);")]
    public async Task A_column_that_cannot_be_checked_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Fact]
    public async Task Sound_columns_are_not_reported() => await RuleTest.VerifyAsync(
        "[Row] public sealed partial record Member([Required, RegularExpression(\"^[TMPFE]:.+\")] string Id, [StringLength(4000, MinimumLength = 20), Feature] string Summary);");
}
