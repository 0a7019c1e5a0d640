using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Bodies;

public class StageCallsStageTests
{
    [Theory]
    [InlineData("[Stage] public int Twice() => 2 * {|MLP1021:Count()|};")]
    [InlineData("[Stage] public int Twice() => 2 * {|MLP1021:this.Count()|};")]
    [InlineData("private int Help() => {|MLP1021:Count()|};")]
    [InlineData("private Func<int> Help() => {|MLP1021:Count|};")]
    public async Task A_direct_call_is_reported(string member) =>
        await RuleTest.VerifyMembersAsync("[Stage] public int Count() => 1; " + member);

    [Fact]
    public async Task Helpers_and_tests_may_be_called() =>
        await RuleTest.VerifyAsync(
            RuleTest.Pipeline("[Stage] public int Count() => Help(); private int Help() => nameof(Count).Length;"),
            "public class Tests { public int Count() => new TestPipeline().Count(); }"
        );
}
