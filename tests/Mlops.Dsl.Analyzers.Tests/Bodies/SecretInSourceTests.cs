using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Bodies;

public class SecretInSourceTests
{
    [Fact]
    public async Task A_literal_is_reported() =>
        await RuleTest.VerifyMembersAsync("[Secret] public string Token { get; init; } = {|MLP1068:\"hunter2\"|};");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null!")]
    [InlineData("string.Empty")]
    public async Task An_empty_default_is_not_reported(string value) =>
        await RuleTest.VerifyMembersAsync($"[Secret] public string Token {{ get; init; }} = {value};");
}
