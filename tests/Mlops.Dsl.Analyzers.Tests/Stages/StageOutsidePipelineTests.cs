using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class StageOutsidePipelineTests
{
    [Theory]
    [InlineData("[{|MLP1010:Stage|}] public int Count() => 1;")]
    [InlineData("[{|MLP1010:Gate|}] public GateResult Good() => GateResult.Pass(\"\");")]
    [InlineData("[{|MLP1010:Source|}] public int Read() => 1;")]
    [InlineData("[{|MLP1010:Publish(\"x\")|}] public int Release() => 1;")]
    [InlineData("[{|MLP1010:Parameter|}] public int Seed { get; init; }")]
    [InlineData("[{|MLP1010:SecretAttribute|}] public string? Token { get; init; }")]
    public async Task A_member_of_another_class_is_reported(string member) =>
        await RuleTest.VerifyAsync("public class Helper { " + member + " }");

    [Fact]
    public async Task An_attribute_of_the_same_name_is_not_reported() =>
        await RuleTest.VerifyAsync(
            "namespace Other { public sealed class StageAttribute : Attribute; public class Helper { [Stage] public int Count() => 1; } }"
        );

    [Fact]
    public async Task A_member_of_an_interface_is_reported() =>
        await RuleTest.VerifyAsync("public interface ISteps { [{|MLP1010:Stage|}] int Count(); }");

    [Fact]
    public async Task A_stage_of_a_base_class_is_reported() =>
        await RuleTest.VerifyAsync(
            """
            public abstract class Base
            {
                [{|MLP1010:Stage|}]
                public int Count() => 1;
            }

            [Pipeline("test")]
            public sealed partial class TestPipeline : Base
            {
            }
            """
        );

    [Fact]
    public async Task The_fix_removes_the_attribute() =>
        await RuleTest.VerifyFixAsync<RemoveAttributeFix>(
            "public class Helper { [{|MLP1010:Stage|}] public int Count() => 1; }",
            "public class Helper { public int Count() => 1; }"
        );
}
