using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class StageShapeTests
{
    [Theory]
    [InlineData("[Stage] public static int {|MLP1011:Count|}() => 1;")]
    [InlineData("[Stage] public int {|MLP1011:Count|}<T>() => 1;")]
    [InlineData("public int Count { [Stage] {|MLP1011:get|} => 1; }")]
    [InlineData("[Gate] public static GateResult {|MLP1011:Good|}() => GateResult.Pass(\"\");")]
    [InlineData("[Stage] partial void {|MLP1011:Count|}();")]
    [InlineData("[Stage, System.Diagnostics.Conditional(\"TRACE\")] public void {|MLP1011:Count|}() { }")]
    [InlineData("[Stage, Obsolete(\"no\", true)] public int {|MLP1011:Count|}() => 1;")]
    public async Task A_stage_that_is_no_ordinary_method_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[Stage] private int Count() => 1;")]
    [InlineData("[Stage, Obsolete(\"soon\")] public int Count() => 1;")]
    [InlineData("[Stage] internal async Task<int> Count() { await Task.Yield(); return 1; }")]
    [InlineData("[Stage] public ValueTask<int> Count() => new(1);")]
    [InlineData("[Stage] public void Count() { }")]
    [InlineData("[Stage] partial void Count(); partial void Count() { }")]
    [InlineData("[Stage] public Task Count() => Task.CompletedTask;")]
    public async Task Ordinary_methods_are_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);
}
