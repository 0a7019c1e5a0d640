using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class PipelineNamePositionTests
{
    [Theory]
    [InlineData("run --seed 3 two", "run two --seed 3")]
    [InlineData("run --verbose two --seed 3", "run two --verbose --seed 3")]
    [InlineData("--store x run --seed=3 two", "--store x run two --seed=3")]
    [InlineData("--json run --seed=3 two", "--json run two --seed=3")]
    [InlineData("--store run run --seed 3 two", "--store run run two --seed 3")]
    [InlineData("explain Fit two", "explain two Fit")]
    [InlineData("cache clear Fit two", "cache clear two Fit")]
    [InlineData("run --folder two one", "run one --folder two")]
    [InlineData("run two --folder one", "run two --folder one")]
    [InlineData("run --folder one --day two", "run --folder one --day two")]
    [InlineData("run --seed 3 -- two", "run --seed 3 -- two")]
    [InlineData("show two", "show two")]
    [InlineData("run", "run")]
    [InlineData("", "")]
    public void A_pipelines_name_is_moved_behind_the_verb(string given, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                PipelineNamePosition.Normalize(
                    given.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    CommandTree.PipelineVerbs,
                    ["one", "two"]
                )
            )
        );

    [Fact]
    public void A_program_with_one_pipeline_needs_no_name() =>
        Assert.Equal(
            ["run", "--folder", "one"],
            PipelineNamePosition.Normalize(["run", "--folder", "one"], CommandTree.PipelineVerbs, ["one"])
        );

    [Fact]
    public async Task Parameters_may_come_before_the_name()
    {
        var program = new[] { TestPipeline.Define("one"), TestPipeline.Define("two") };

        var graph = await ProgramRun.OfAsync(program, ["graph", "--format", "mermaid", "two"]);
        var wrong = await ProgramRun.OfAsync(program, ["run", "--seed", "many", "two"]);

        Assert.Equal((0, ""), (graph.ExitCode, graph.Error));
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("--seed", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }
}
