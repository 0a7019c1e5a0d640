using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class GraphTests
{
    [Fact]
    public async Task Mermaid_shows_stages_by_kind_and_conditions_dashed()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "graph", "--format", "mermaid");

        Assert.Equal(
            """
            flowchart TD
                s0[("Docs")]
                s1["Parse"]
                s2{"Good"}
                s3(["Release"])
                s0 --> s1
                s1 --> s2
                s1 --> s3
                s2 -.->|"when"| s3
            """.ReplaceLineEndings("\n"),
            run.Out.TrimEnd()
        );
    }

    [Fact]
    public async Task Dot_shows_the_same()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "graph", "--format", "dot");

        Assert.StartsWith("digraph \"api-docs\" {", run.Out, StringComparison.Ordinal);
        Assert.Contains("s2 -> s3 [label=\"when\", style=dashed];", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_drawing_the_stages_are_listed_with_what_they_take()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "graph");

        Assert.Contains("Docs [source]\nParse <- Docs\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Release [publish] <- Parse, Good (when)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_stages_and_edges()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "graph", "--json");

        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal(4, json.RootElement.GetProperty("stages").GetArrayLength());
        Assert.Equal(4, json.RootElement.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_format_names_the_nearest()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "graph", "--format", "mermiad");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["unknown format 'mermiad'; did you mean 'mermaid'?"], run.Errors);
    }
}
