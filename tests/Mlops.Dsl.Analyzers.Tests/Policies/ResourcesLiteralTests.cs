using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Policies;

public class ResourcesLiteralTests
{
    [Theory]
    [InlineData("Cpu = {|MLP1073:-1|}")]
    [InlineData("Cpu = {|MLP1073:double.NaN|}")]
    [InlineData("MemoryMiB = {|MLP1073:-1|}, Gpu = {|MLP1073:-2|}")]
    public async Task A_negative_amount_is_reported(string arguments) =>
        await RuleTest.VerifyMembersAsync($"[Stage, Resources({arguments})] public int Count() => 1;");

    [Fact]
    public async Task Amounts_from_zero_up_are_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage, Resources(Cpu = 0.5, MemoryMiB = 0, Gpu = 1)] public int Count() => 1;");
}
