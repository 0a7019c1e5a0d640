using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class StageSignatureTests
{
    [Theory]
    [InlineData("[Stage] public int A() => 1; [Stage] public int B(ref int {|MLP1012:a|}) => a;")]
    [InlineData("[Stage] public int A() => 1; [Stage] public int B(in int {|MLP1012:a|}) => a;")]
    [InlineData("[Stage] public int B(out int {|MLP1012:a|}) => a = 1;")]
    [InlineData("[Stage] public Span<int> {|MLP1012:B|}() => default;")]
    [InlineData("[Stage] public int[] A() => [1]; [Stage] public int B(ReadOnlySpan<int> {|MLP1012:a|}) => a[0];")]
    [InlineData("[Stage] public unsafe int* {|MLP1012:B|}() => null;")]
    [InlineData("[Stage] public dynamic {|MLP1012:B|}() => 1;")]
    [InlineData("private readonly int[] _a = [1]; [Stage] public ref int {|MLP1012:B|}() => ref _a[0];")]
    public async Task What_cannot_be_an_artifact_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task The_message_names_the_parameter_and_the_reason()
    {
        var message = Assert.Single(await RuleTest.VerifyMembersAsync("[Stage] public int B(out int {|MLP1012:a|}) => a = 1;"));
        Assert.Equal(
            "Parameter 'a' of stage 'B' is an out parameter (return a tuple instead); inputs and outputs are artifacts, passed by value",
            message
        );
    }

    [Fact]
    public async Task Values_are_not_reported() =>
        await RuleTest.VerifyMembersAsync("[Stage] public int[] A() => [1]; [Stage] public int B(int[] a) => a[0];");
}
