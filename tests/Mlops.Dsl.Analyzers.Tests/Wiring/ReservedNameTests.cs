using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class ReservedNameTests
{
    [Theory]
    [InlineData("public int {|MLP1036:Definition|} => 1;")]
    [InlineData("private sealed class {|MLP1036:RunResult|};")]
    [InlineData("[Stage] public int {|MLP1036:RunAsync|}() => 1;")]
    public async Task A_member_named_like_a_generated_one_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task An_inherited_member_named_like_a_generated_one_is_reported() =>
        await RuleTest.VerifyAsync(
            "public class Base { public int Definition => 1; private void RunAsync() { } } [Pipeline(\"test\")] public sealed partial "
                + "class {|MLP1036:TestPipeline|} : Base { }"
        );

    [Fact]
    public async Task Other_members_are_not_reported() =>
        await RuleTest.VerifyMembersAsync("private int Graph => 1; [Stage] public int Define() => Graph;");
}
