using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class ArtifactTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("Parse", "docs parsed with seed 42")]
    [InlineData("parse", "docs parsed with seed 42")]
    [InlineData("Good", "passed: TrainShare is compared with 0.6")]
    [InlineData("parsed-docs", "docs parsed with seed 42")]
    [InlineData("parsed-docs@1", "docs parsed with seed 42")]
    public async Task Show_prints_what_a_stage_returned(string reference, string expected)
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "show", reference);

        Assert.Equal(("", expected), (run.Error, run.Out.TrimEnd()));
    }

    [Fact]
    public async Task A_stage_without_outputs_in_the_latest_run_is_a_usage_error_that_names_a_way_out()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--train-share", "0.5");

        var skipped = await _program.RunAsync("artifact", "show", "Release");
        var before = await _program.RunAsync("artifact", "show", "Release", "--run", "latest~1");

        Assert.Equal(2, skipped.ExitCode);
        Assert.Contains("'Release' has no outputs in run", skipped.Error, StringComparison.Ordinal);
        Assert.Contains("--run names another run, such as latest~1; 'runs' lists them.", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(0, before.ExitCode);
    }

    [Theory]
    [InlineData("Prase", "'Parse'")]
    [InlineData("parsed-dogs", "no stage 'parsed-dogs'")]
    [InlineData("parsed-dogs@1", "nothing is published as 'parsed-dogs'; did you mean 'parsed-docs'?")]
    [InlineData("parsed-docs@9", "'parsed-docs' has no version '9'; the newest is 1")]
    [InlineData("Parse.Train", "'Parse' has no output 'Train'; it has Parse")]
    [InlineData("\u001b[31m", @"\u001b[31m")]
    public async Task An_unknown_artifact_is_a_usage_error(string reference, string expected)
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "show", reference);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_outputs_that_hashes_find_again()
    {
        await _program.RunAsync("run");

        var list = await _program.RunAsync("artifact", "list", "--json");
        var parse = list.Json.EnumerateArray().Single(static output => output.GetProperty("stage").GetString() == "Parse");
        var show = await _program.RunAsync("artifact", "show", parse.GetProperty("artifact").GetString()![..10], "--json");

        Assert.Equal(4, list.Json.GetArrayLength());
        Assert.Equal("string", parse.GetProperty("type").GetString());
        Assert.Equal("docs parsed with seed 42", show.Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Published_entries_are_listed_with_their_versions()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--seed", "7");

        var run = await _program.RunAsync("artifact", "list", "--published");

        Assert.Matches(@"(?s)parsed-docs +2 .*parsed-docs +1 ", run.Out);
    }

    [Fact]
    public async Task Export_writes_a_text_and_does_not_replace_files_unasked()
    {
        await _program.RunAsync("run");
        var path = Path.Combine(_program.FolderPath, "new folder", "report.txt");

        var first = await _program.RunAsync("artifact", "export", "Parse", path);
        var second = await _program.RunAsync("artifact", "export", "Docs", path);
        var forced = await _program.RunAsync("artifact", "export", "Docs", path, "--force");

        Assert.Equal([0, 2, 0], [first.ExitCode, second.ExitCode, forced.ExitCode]);
        Assert.Equal([$"'{path}' exists; --force replaces it"], second.Errors);
        Assert.Equal("docs", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Export_needs_the_name_of_a_file()
    {
        await _program.RunAsync("run");

        var empty = await _program.RunAsync("artifact", "export", "Parse", "");
        var folder = await _program.RunAsync("artifact", "export", "Parse", _program.FolderPath, "--force");

        Assert.Equal((2, 2), (empty.ExitCode, folder.ExitCode));
        Assert.Equal(["the path to write to is empty"], empty.Errors);
        Assert.Equal([$"'{_program.FolderPath}' is a folder; name the file to write"], folder.Errors);
    }

    [Fact]
    public async Task Lineage_leads_back_to_the_source()
    {
        await _program.RunAsync("run", "--seed", "7");

        var text = await _program.RunAsync("artifact", "lineage", "parsed-docs");
        var json = await _program.RunAsync("artifact", "lineage", "parsed-docs", "--json");

        Assert.Matches(@"^Release \w{12} \(run .*\)", text.Out);
        Assert.Matches(@"(?m)^└─ parse = Parse \w{12} \(run .*, code \w{12}, Seed 7\)\s*$", text.Out);
        Assert.Matches(@"(?m)^   └─ docs = Docs \w{12} \(run ", text.Out);
        Assert.Equal(
            ["Release", "Parse", "Docs"],
            json.Json.GetProperty("nodes").EnumerateArray().Select(static node => node.GetProperty("stage").GetString())
        );
        Assert.Equal(
            ["1 → 0 as parse", "2 → 1 as docs"],
            json.Json.GetProperty("edges")
                .EnumerateArray()
                .Select(static edge => $"{edge.GetProperty("from")} → {edge.GetProperty("to")} as {edge.GetProperty("input")}")
        );
    }
}
