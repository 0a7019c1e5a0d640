using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Policies;

public class TimeoutLiteralTests
{
    [Theory]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    [InlineData("10 min")]
    [InlineData("25:00:00:00:00")]
    [InlineData("600")]
    [InlineData("10:00")]
    public async Task A_malformed_limit_is_reported(string limit) =>
        await RuleTest.VerifyMembersAsync($"[Stage, Timeout({{|MLP1071:\"{limit}\"|}})] public int Count(CancellationToken token) => 1;");

    [Theory]
    [InlineData("00:10:00")]
    [InlineData("00:00:00.5")]
    [InlineData("2.00:00:00")]
    public async Task A_limit_in_constant_format_is_not_reported(string limit) =>
        await RuleTest.VerifyMembersAsync($"[Stage, Timeout(\"{limit}\")] public int Count(CancellationToken token) => 1;");
}
