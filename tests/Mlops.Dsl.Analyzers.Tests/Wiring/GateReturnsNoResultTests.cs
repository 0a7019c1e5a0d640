using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class GateReturnsNoResultTests
{
    [Theory]
    [InlineData("[Gate] public bool {|MLP1017:Good|}() => true;")]
    [InlineData("[Gate] public void {|MLP1017:Good|}() { }")]
    [InlineData("[Gate] public Task<bool> {|MLP1017:Good|}() => Task.FromResult(true);")]
    public async Task A_gate_that_returns_something_else_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[Gate] public GateResult Good() => GateResult.Pass(\"\");")]
    [InlineData("[Gate] public Task<GateResult> Good() => Task.FromResult(GateResult.Pass(\"\"));")]
    public async Task A_gate_result_is_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);
}
