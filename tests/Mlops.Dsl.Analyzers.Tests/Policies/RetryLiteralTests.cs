using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Policies;

public class RetryLiteralTests
{
    [Theory]
    [InlineData("{|MLP1072:0|}")]
    [InlineData("{|MLP1072:1|}")]
    [InlineData("{|MLP1072:-3|}")]
    [InlineData("{|MLP1072:101|}")]
    [InlineData("3, Delay = {|MLP1072:\"soon\"|}")]
    [InlineData("3, Delay = {|MLP1072:\"-00:00:01\"|}")]
    [InlineData("3, Delay = {|MLP1072:\"5\"|}")]
    [InlineData("3, Backoff = {|MLP1072:0.5|}")]
    [InlineData("3, Backoff = {|MLP1072:double.NaN|}")]
    [InlineData("3, Backoff = {|MLP1072:double.PositiveInfinity|}")]
    public async Task A_policy_out_of_range_is_reported(string arguments) =>
        await RuleTest.VerifyMembersAsync($"[Stage, Retry({arguments})] public int Count() => 1;");

    [Theory]
    [InlineData("2")]
    [InlineData("100, Delay = \"00:00:00\", Backoff = 1")]
    public async Task A_policy_in_range_is_not_reported(string arguments) =>
        await RuleTest.VerifyMembersAsync($"[Stage, Retry({arguments})] public int Count() => 1;");
}
