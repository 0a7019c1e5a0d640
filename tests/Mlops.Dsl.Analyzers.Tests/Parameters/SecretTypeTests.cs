using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class SecretTypeTests
{
    [Fact]
    public async Task A_secret_that_is_no_string_is_reported() =>
        await RuleTest.VerifyMembersAsync("[Secret] public int {|MLP1067:Pin|} { get; init; }");

    [Fact]
    public async Task A_string_is_not_reported() => await RuleTest.VerifyMembersAsync("[Secret] public string? Token { get; init; }");
}
