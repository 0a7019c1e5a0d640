using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class UnnamedTupleElementTests
{
    [Theory]
    [InlineData("[Stage] public (int Train, int) {|MLP1015:Split|}() => (1, 2);")]
    [InlineData("[Stage] public Task<(int, int Test)> {|MLP1015:Split|}() => Task.FromResult((1, 2));")]
    public async Task An_element_without_a_name_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task Named_elements_are_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage] public (int Train, int Test) Split() => (1, 2);");

    [Fact]
    public async Task The_fix_names_elements_by_their_types() =>
        await RuleTest.VerifyMembersFixAsync<NameTupleElementsFix>(
            "[Stage] public (int, int Test, int, string) Split() => (1, 2, 3, \"\");",
            "[Stage] public (int Int, int Test, int Int2, string String) Split() => (1, 2, 3, \"\");"
        );
}
