using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowShapeTests
{
    [Theory]
    [InlineData("[Row] public abstract partial record {|MLP1082:Member|}(string Id);")]
    [InlineData("[Row] public sealed partial record {|MLP1082:Member|}<T>(string Id);")]
    [InlineData("[Row] public sealed partial record {|MLP1082:Member|};")]
    [InlineData("[Row] file sealed partial record {|MLP1082:Member|}(string Id);")]
    [InlineData("public partial class Outer { [Row] private sealed partial record {|MLP1082:Member|}(string Id); }")]
    public async Task A_type_that_cannot_hold_rows_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Theory]
    [InlineData("[Row] public sealed partial record Member(string Id, double? Score, DayOfWeek Day);")]
    [InlineData("[Row] public partial record struct Member(string Id);")]
    [InlineData("[Row] public sealed partial class Member { public required string Id { get; init; } }")]
    public async Task Rows_are_not_reported(string code) => await RuleTest.VerifyAsync(code);
}
