using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class UnboundInputTests
{
    [Fact]
    public async Task An_unbound_parameter_names_the_candidates()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                """
                [Stage]
                public string Text() => "";

                [Stage]
                public (double Share, bool Done) Rest() => (1, true);

                [Stage]
                public int Twice(int {|MLP1031:count|}) => 2 * count;
                """
            )
        );
        Assert.Equal(
            "Nothing binds parameter 'count' of stage 'Twice' (int): no output has its name or its type; the outputs are Text (string), "
                + "Share (double), Done (bool)",
            message
        );
    }

    [Fact]
    public async Task An_unbound_parameter_of_an_only_stage_says_so() =>
        Assert.EndsWith(
            "the pipeline has no other output",
            Assert.Single(await RuleTest.VerifyMembersAsync("[Stage] public int Twice(int {|MLP1031:count|}) => 2 * count;")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_publication_is_no_candidate_by_type() =>
        await RuleTest.VerifyMembersAsync(
            "[Publish(\"x\")] public int Release() => 1; [Stage] public int Twice(int {|MLP1031:count|}) => 2 * count;"
        );

    [Theory]
    [InlineData("int count")]
    [InlineData("int COUNT")]
    [InlineData("int other")]
    [InlineData("[From(nameof(Count))] int x")]
    [InlineData("[From(\"count\")] int x")]
    [InlineData("StageContext context, CancellationToken token, int count")]
    [InlineData("[FromServices] IFormatProvider provider")]
    [InlineData("string text = \"x\"")]
    [InlineData("int words = 10")]
    [InlineData("int words = 10, CancellationToken token = default")]
    public async Task Bound_and_injected_parameters_are_not_reported(string parameters) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public int Count() => 1; [Stage] public string Use({parameters}) => \"\";");

    [Fact]
    public async Task An_optional_parameter_of_an_outputs_name_has_to_take_it() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public int Count() => 1; [Stage] public string Use(string {|MLP1033:count|} = \"x\") => count;"
        );

    [Fact]
    public async Task An_optional_parameter_from_an_output_that_does_not_exist_is_a_mistake() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public int Count() => 1; [Stage] public string Use([From({|MLP1034:\"cuont\"|})] int x = 1) => \"\";"
        );

    [Fact]
    public async Task A_type_that_does_not_exist_is_left_to_the_compiler() =>
        await RuleTest.VerifyMembersAsync("[Stage] public int Twice({|CS0246:Missing|} count) => 2;");
}
