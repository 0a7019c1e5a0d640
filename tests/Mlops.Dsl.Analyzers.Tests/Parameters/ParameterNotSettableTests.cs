using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class ParameterNotSettableTests
{
    [Theory]
    [InlineData("[Parameter] public static int {|MLP1061:Seed|} { get; } = 1;")]
    [InlineData("[Parameter] public int {|MLP1061:Seed|} { get; } = 1;")]
    [InlineData("[Parameter] public int {|MLP1061:Seed|} => 1;")]
    [InlineData("[Parameter] public int {|MLP1061:this|}[int index] { get => index; set { } }")]
    [InlineData("[Parameter] public int {|MLP1061:Seed|} { set { } }")]
    [InlineData("[Parameter, Obsolete(\"no\", true)] public int {|MLP1061:Seed|} { get; init; }")]
    [InlineData("[Secret] public string {|MLP1061:Token|} { get; } = \"\";")]
    public async Task A_parameter_that_cannot_be_set_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task An_explicit_implementation_of_an_interface_is_reported() =>
        await RuleTest.VerifyAsync(
            "public interface ISeeded { int Seed { get; init; } } [Pipeline(\"test\")] public sealed partial class TestPipeline : ISeeded "
                + "{ [Parameter] int ISeeded.{|MLP1061:Seed|} { get; init; } }"
        );

    [Theory]
    [InlineData("[Parameter] public int Seed { get; init; } = 1;")]
    [InlineData("[Parameter] public int Seed { get; set; } = 1;")]
    [InlineData("[Parameter] internal int Seed { get; private init; } = 1;")]
    [InlineData("[Parameter] private int Seed { get; init; } = 1;")]
    public async Task A_parameter_that_can_be_set_is_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task The_fix_gives_it_an_init_accessor() =>
        await RuleTest.VerifyMembersFixAsync<MakeParameterSettableFix>(
            """
            [Parameter] public int Seed { get; } = 1;
            [Parameter] public int Folds => 5;
            """,
            """
            [Parameter] public int Seed { get; init; } = 1;
            [Parameter] public int Folds { get; init; } = 5;
            """
        );

    [Theory]
    [InlineData("Folds * 2")]
    [InlineData("this.Folds")]
    [InlineData("Math.Max(1, Count())")]
    public async Task What_is_computed_from_the_object_gets_no_fix(string value) =>
        Assert.Empty(
            await RuleTest.TitlesAsync<MakeParameterSettableFix>(
                RuleTest.Pipeline(
                    $"[Parameter] public int {{|MLP1061:Seed|}} => {value}; [Parameter] public int Folds {{ get; init; }} private int "
                        + $"Count() => 1;"
                )
            )
        );
}
