using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowKeyRoleTests
{
    [Theory]
    [InlineData("[Row] public sealed partial record Member([RowKey, {|MLP1085:Feature|}] string Id);")]
    [InlineData("[Row] public sealed partial record Member([{|MLP1085:Label|}, RowKey] string Id);")]
    [InlineData("[Row] public sealed partial class Member { [RowKey, {|MLP1085:Feature|}] public string Id { get; init; } = \"\"; }")]
    public async Task A_key_that_is_a_feature_or_the_label_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Theory]
    [InlineData("[Row] public sealed partial record Member([RowKey] string Id, [Feature] int Age, [Label] bool Left);")]
    [InlineData("[Row] public sealed partial record Member([RowKey, Pii, Group] string Id, [Feature] int Age);")]
    public async Task A_key_is_not_reported(string code) => await RuleTest.VerifyAsync(code);
}
