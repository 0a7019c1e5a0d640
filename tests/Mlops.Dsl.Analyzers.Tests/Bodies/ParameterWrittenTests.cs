using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Bodies;

public class ParameterWrittenTests
{
    [Theory]
    [InlineData("{|MLP1008:Seed|} = 2;")]
    [InlineData("{|MLP1008:this.Seed|} += 2;")]
    [InlineData("{|MLP1008:Seed|}++;")]
    [InlineData("Action reset = () => {|MLP1008:Seed|} = 0; reset();")]
    [InlineData("({|MLP1008:Seed|}, var rest) = (1, 2);")]
    [InlineData("(var rest, (_, {|MLP1008:this.Seed|})) = (1, (2, 3));")]
    public async Task A_write_in_a_stage_is_reported(string statement) =>
        await RuleTest.VerifyMembersAsync("[Parameter] public int Seed { get; set; } [Stage] public void Count() { " + statement + " }");

    [Fact]
    public async Task Reads_constructors_and_other_instances_are_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            """
            public TestPipeline() => Seed = 1;

            [Parameter]
            public int Seed { get; set; }

            [Stage]
            public int Count() => Seed + new TestPipeline { Seed = 2 }.Seed;
            """
        );
}
