using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class CycleTests
{
    [Theory]
    [InlineData("[Stage] public int {|MLP1035:A|}(int b) => b; [Stage] public int B(int a) => a;", "A → B → A")]
    [InlineData(
        "[Stage] public int {|MLP1035:A|}(int c) => c; [Stage] public int B(int a) => a; [Stage, After(nameof(B))] public int C() => 1;",
        "A → C → B → A"
    )]
    [InlineData("[Stage, After(nameof(A))] public int {|MLP1035:A|}() => 1;", "A → A")]
    [InlineData("[Stage] public int {|MLP1035:A|}([From(nameof(A))] int x) => x;", "A → A")]
    public async Task A_cycle_is_spelled_out(string members, string path)
    {
        var message = Assert.Single(await RuleTest.VerifyMembersAsync(members));
        var steps = message.Substring(message.IndexOf(": ", StringComparison.Ordinal) + 2);
        Assert.True(steps == path || Reversed(steps) == path, message);
    }

    [Fact]
    public async Task A_diamond_is_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public int A() => 1; [Stage] public int B(int a) => a; [Stage] public int C(int a) => a; [Stage] public int D(int b, "
                + "int c) => b + c;"
        );

    private static string Reversed(string path) => string.Join(" → ", path.Split(" → ").Reverse());
}
