using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class PublishWithoutOutputTests
{
    [Theory]
    [InlineData("[Publish(\"a\")] public void {|MLP1020:Release|}() { }")]
    [InlineData("[Publish(\"a\")] public Task {|MLP1020:Release|}() => Task.CompletedTask;")]
    [InlineData("[Publish(\"a\")] public (int One, int Two) {|MLP1020:Release|}() => (1, 2);")]
    public async Task A_publication_of_nothing_or_several_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task A_publication_of_one_artifact_is_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Publish(\"a\")] public Task<int> Release() => Task.FromResult(1);");
}
