using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineNotCreatableTests
{
    [Theory]
    [InlineData("public {|MLP1003:TestPipeline|}(int seed) { _ = seed; }")]
    [InlineData("public {|MLP1003:TestPipeline|}(int seed = 1) { _ = seed; }")]
    [InlineData("[Obsolete(\"no\", true)] public {|MLP1003:TestPipeline|}() { }")]
    [InlineData("public required string {|MLP1003:Name|} { get; init; }")]
    [InlineData("public required string {|MLP1003:{|MLP1007:Name|}|};")]
    public async Task A_class_that_cannot_be_created_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task A_primary_constructor_is_reported() =>
        await RuleTest.VerifyAsync(
            "[Pipeline(\"test\")] public sealed partial class {|MLP1003:TestPipeline|}(int seed) { [Stage] public int Seed() => seed; }"
        );

    [Fact]
    public async Task A_required_member_of_a_base_class_is_reported() =>
        await RuleTest.VerifyAsync(
            "public class Base { public required int X { get; init; } } [Pipeline(\"test\")] public sealed partial class "
                + "{|MLP1003:TestPipeline|} : Base { }"
        );

    [Fact]
    public async Task A_required_member_that_is_overridden_as_a_parameter_is_not_reported() =>
        await RuleTest.VerifyAsync(
            "public class Base { public virtual required int X { get; init; } } [Pipeline(\"test\")] public sealed partial class "
                + "TestPipeline : Base { [Parameter] public override required int X { get; init; } }"
        );

    [Theory]
    [InlineData("public TestPipeline() { }")]
    [InlineData("public TestPipeline() { } public TestPipeline(int seed) { _ = seed; }")]
    [InlineData("[Parameter] public required string Name { get; init; }")]
    [InlineData("[Secret] public required string Token { get; init; }")]
    public async Task A_class_that_can_be_created_is_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);
}
