using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class CommandLineTests
{
    private static readonly Mlops.Dsl.Execution.PipelineDefinition One = TestPipeline.Define();

    [Fact]
    public async Task Without_arguments_the_verbs_are_shown_and_the_exit_code_is_2()
    {
        var run = await ProgramRun.OfAsync(One);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Verbs:", run.Out, StringComparison.Ordinal);
        Assert.Equal(["what to do is missing: name a verb, such as 'run'"], run.Errors);
    }

    [Fact]
    public async Task A_pipeline_that_was_compiled_with_another_library_is_one_message()
    {
        var run = await ProgramRun.OfPipelinesAsync(
            ["old"],
            static _ => throw new Mlops.Dsl.Execution.IncompatiblePipelineException(typeof(string), 0),
            "run",
            "old"
        );

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "The pipeline System.String of the assembly System.Private.CoreLib was compiled with an older Mlops.Dsl",
            Assert.Single(run.Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_verb_names_the_nearest()
    {
        var run = await ProgramRun.OfAsync(One, "grpah");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["unknown verb 'grpah'; did you mean 'graph'?"], run.Errors);
    }

    [Theory]
    [InlineData("modle", "list")]
    [InlineData("MODEL", "list")]
    [InlineData("modle", "list", "income", "--jsn")]
    [InlineData("modle", "show", "income")]
    public async Task An_unknown_verb_is_told_also_where_a_verb_follows(params string[] args)
    {
        var run = await ProgramRun.OfAsync(One, args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"unknown verb '{args[0]}'; did you mean 'model'?"], run.Errors);
    }

    [Fact]
    public async Task An_unknown_verb_like_no_other_lists_the_verbs()
    {
        var run = await ProgramRun.OfAsync(One, "deploy");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("unknown verb 'deploy'; the verbs are ", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_pipeline_names_the_nearest()
    {
        var run = await ProgramRun.OfAsync([One, TestPipeline.Define("churn")], ["graph", "chrun"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["unknown pipeline 'chrun'; did you mean 'churn'?"], run.Errors);
    }

    [Fact]
    public async Task The_only_pipeline_may_be_named_or_not()
    {
        var named = await ProgramRun.OfAsync(One, "graph", "api-docs");
        var unnamed = await ProgramRun.OfAsync(One, "graph");

        Assert.Equal(0, named.ExitCode);
        Assert.Equal(unnamed, named);
    }

    [Fact]
    public async Task Of_several_pipelines_one_must_be_named()
    {
        var run = await ProgramRun.OfAsync([One, TestPipeline.Define("churn")], ["graph"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["'graph' needs the name of a pipeline: api-docs, churn"], run.Errors);
    }

    [Fact]
    public async Task A_program_without_pipelines_says_how_to_declare_one()
    {
        var run = await ProgramRun.OfAsync([], ["graph"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("[Pipeline]", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_in_arguments_do_not_reach_the_terminal()
    {
        var run = await ProgramRun.OfAsync(One, "gr\u001b[2Japh\n\u202e");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(@"gr\u001b[2Japh\n\u202e", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.DoesNotContain('\u202e', run.Error);
    }

    [Fact]
    public async Task List_shows_each_pipeline()
    {
        var run = await ProgramRun.OfAsync([One, TestPipeline.Define("churn")], ["list"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("api-docs  1.2.0", run.Out, StringComparison.Ordinal);
        Assert.Contains("churn     1.2.0", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_prints_json()
    {
        var run = await ProgramRun.OfAsync(One, "list", "--json");

        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal("api-docs", json.RootElement[0].GetProperty("name").GetString());
        Assert.Equal(4, json.RootElement[0].GetProperty("stages").GetInt32());
    }

    [Fact]
    public async Task Completion_suggests_verbs()
    {
        var run = await ProgramRun.OfAsync(One, "[suggest:6]", "docs g");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("graph", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_an_unknown_command_is_not_told_as_well()
    {
        var run = await ProgramRun.OfAsync(One, "artifact", "shw", "Parse");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["unknown command 'shw'; did you mean 'show'?"], run.Errors);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("artifact show")]
    [InlineData("artifact lineage")]
    [InlineData("artifact export")]
    public async Task A_missing_argument_is_asked_for_with_its_meaning(string args)
    {
        var run = await ProgramRun.OfAsync(One, args.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"^'\w+' needs <\w+>: ", run.Errors[0]);
    }

    [Fact]
    public async Task An_empty_store_is_refused_rather_than_taken_for_the_usual_one()
    {
        var run = await ProgramRun.OfAsync(One, "run", "--store", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["--store needs the name of a folder, but is empty"], run.Errors);
    }
}
