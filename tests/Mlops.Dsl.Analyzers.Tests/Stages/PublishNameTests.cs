using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class PublishNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Api Area")]
    [InlineData("api/area")]
    public async Task An_invalid_name_is_reported(string name) =>
        await RuleTest.VerifyMembersAsync($"[Publish({{|MLP1018:\"{name}\"|}})] public int Release() => 1;");

    [Fact]
    public async Task A_valid_name_is_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Publish(\"api-area\")] public int Release() => 1;");

    [Fact]
    public async Task The_fix_writes_the_nearest_valid_name() =>
        await RuleTest.VerifyMembersFixAsync<UseNearestNameFix>(
            "[Publish(\"Api Area\")] public int Release() => 1;",
            "[Publish(\"api-area\")] public int Release() => 1;"
        );
}
