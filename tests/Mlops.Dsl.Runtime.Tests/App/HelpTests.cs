using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class HelpTests
{
    [Fact]
    public async Task Help_of_run_shows_each_parameter_with_type_range_and_default()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(requireFolder: true, withSecret: true), "run", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("docs run [parameters] [options]", run.Out, StringComparison.Ordinal);
        Assert.Contains("--train-share <double>", run.Out, StringComparison.Ordinal);
        var words = string.Join(' ', run.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            "Share of the members that train the model. Must be between 0.5 and 0.95. Default: 0.8.",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("--folder <string> Where the files are. Must be given. Required.", words, StringComparison.Ordinal);
        Assert.Contains("--verbose <true|false> Default: false.", words, StringComparison.Ordinal);
        Assert.Contains("One of Sunday, Monday,", words, StringComparison.Ordinal);
        Assert.Contains("MLOPS_SECRET_API_KEY Required.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("--api-key", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_verb_with_several_pipelines_lists_them()
    {
        var run = await ProgramRun.OfAsync([TestPipeline.Define(), TestPipeline.Define("churn")], ["run", "-h"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("docs run <pipeline> [options]", run.Out, StringComparison.Ordinal);
        Assert.Contains("Pipelines:", run.Out, StringComparison.Ordinal);
        Assert.Contains("  churn ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_one_of_several_pipelines_shows_its_parameters()
    {
        var run = await ProgramRun.OfAsync([TestPipeline.Define(), TestPipeline.Define("churn")], ["run", "churn", "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("docs run churn [parameters] [options]", run.Out, StringComparison.Ordinal);
        Assert.Contains("Parameters of 'churn':", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_wins_over_other_mistakes()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "run", "--sede", "1", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("graph --help")]
    [InlineData("list --help")]
    [InlineData("manifest --help")]
    [InlineData("runs --help")]
    [InlineData("show --help")]
    [InlineData("diff --help")]
    [InlineData("explain --help")]
    [InlineData("resume --help")]
    [InlineData("artifact --help")]
    [InlineData("artifact list --help")]
    [InlineData("artifact show --help")]
    [InlineData("artifact export --help")]
    [InlineData("artifact lineage --help")]
    [InlineData("cache --help")]
    [InlineData("cache status --help")]
    [InlineData("cache clear --help")]
    [InlineData("gc --help")]
    [InlineData("model --help")]
    [InlineData("model list --help")]
    [InlineData("model show --help")]
    [InlineData("model approve --help")]
    [InlineData("model reject --help")]
    [InlineData("model alias --help")]
    [InlineData("model audit --help")]
    public async Task Every_help_has_usage_and_examples(string args)
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), args.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
    }
}
