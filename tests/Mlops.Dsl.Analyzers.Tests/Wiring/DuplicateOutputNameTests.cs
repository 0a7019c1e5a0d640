using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class DuplicateOutputNameTests
{
    [Theory]
    [InlineData(
        "[Stage] public int Count() => 1; [Stage] public int {|MLP1014:Count|}(string text) => 1; [Stage] public string Text() => \"\";"
    )]
    [InlineData("[Stage] public int Count() => 1; [Stage] public int {|MLP1014:COUNT|}() => 1;")]
    [InlineData("[Stage] public int Count() => 1; [Stage] public (int count, int Other) {|MLP1014:Both|}() => (1, 2);")]
    [InlineData("[Stage] public (int A, int B) One() => (1, 2); [Stage] public (int A, int C) {|MLP1014:Two|}() => (1, 2);")]
    public async Task Two_outputs_of_one_name_are_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task An_element_named_like_its_stage_is_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage] public (int Count, int Other) Count() => (1, 2);");
}
