using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class HistoryTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Show_without_a_run_shows_the_latest()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--seed", "7");

        var shown = await _program.RunAsync("show");

        Assert.Equal((await _program.RunAsync("show", "latest")).Out, shown.Out);
        Assert.Matches(@"(?m)^Seed +7\b", shown.Out);
    }

    [Fact]
    public async Task Without_a_store_every_verb_that_reads_it_says_so()
    {
        foreach (
            var args in (string[][])
                [
                    ["runs"],
                    ["show", "latest"],
                    ["diff", "latest~1", "latest"],
                    ["artifact", "list"],
                    ["resume"],
                ]
        )
        {
            var run = await _program.RunAsync(args);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("a store", Assert.Single(run.Errors), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(_program.StorePath));
    }

    [Fact]
    public async Task Runs_lists_the_newest_first()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--train-share", "0.5");

        var text = await _program.RunAsync("runs");
        var json = await _program.RunAsync("runs", "--json", "--limit", "1");

        Assert.Matches(@"(?s)run +pipeline.*api-docs 1\.2\.0  refused.*api-docs 1\.2\.0  succeeded", text.Out);
        Assert.Equal(1, json.Json.GetArrayLength());
        Assert.Equal("refused", json.Json[0].GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_limit_is_a_whole_number_from_1(string limit)
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("runs", "--limit", limit);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"--limit must be a whole number from 1, but is '{limit}'"], run.Errors);
    }

    [Fact]
    public async Task Metrics_of_a_reused_stage_are_shown_with_the_run_that_they_are_from()
    {
        await _program.RunAsync("run");
        var first = (await _program.RunAsync("runs", "--json")).Json[0].GetProperty("run").GetString();

        var again = await _program.RunAsync("run", "--json");
        var show = await _program.RunAsync("show", "latest");
        var original = await _program.RunAsync("show", "latest~1");

        var finished = again
            .Out.Split('\n')
            .Single(static line =>
                line.Contains("\"stage-finished\"", StringComparison.Ordinal) && line.Contains("\"Parse\"", StringComparison.Ordinal)
            );
        using var json = System.Text.Json.JsonDocument.Parse(finished);
        Assert.Equal(first, json.RootElement.GetProperty("reusedFrom").GetString());
        Assert.Equal(42, json.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDouble());
        Assert.Matches($@"(?m)^Parse\.members +42 +from run {first}\s*$", show.Out);
        Assert.Matches(@"(?m)^Parse\.members +42\s*$", original.Out);
    }

    [Fact]
    public async Task Show_tells_parameters_outcomes_metrics_and_publications()
    {
        await _program.RunAsync("run", "--seed", "7");

        var run = await _program.RunAsync("show", "latest");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^Seed +7\s*$", run.Out);
        Assert.Matches(@"(?m)^TrainShare +0\.8 +default\s*$", run.Out);
        Assert.Matches(@"(?m)^Parse +executed .*first time", run.Out);
        Assert.Matches(@"(?m)^Parse\.members +7\s*$", run.Out);
        Assert.Contains("published parsed-docs version 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_names_the_parameter_and_what_it_changed()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--seed", "7");

        var run = await _program.RunAsync("diff", "latest~1", "latest");
        var json = await _program.RunAsync("diff", "latest~1", "latest", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^  parameter +Seed +42 +7\s*$", run.Out);
        Assert.Matches(@"(?m)^  Docs +same\s*$", run.Out);
        Assert.Matches(@"(?m)^  Parse +different +Seed 42 → 7\s*$", run.Out);
        Assert.Matches(@"(?m)^  Parse\.members +42 +7 +-35\s*$", run.Out);
        Assert.Equal("Seed", json.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Explain_forecasts_each_stage_without_executing_any()
    {
        await _program.RunAsync("run");
        _program.CodeVersions["Good"] = 2;

        var run = await _program.RunAsync("explain", "--seed", "7");
        var runs = await _program.RunAsync("runs", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^Docs +reused +unchanged", run.Out);
        Assert.Matches(@"(?m)^Parse +executed +Seed 42 → 7\s*$", run.Out);
        Assert.Matches(@"(?m)^Good +executed +code changed \(GoodHelper\.Do\)\s*$", run.Out);
        Assert.Matches(@"(?m)^Release +executed or reused +depends on what Parse returns\s*$", run.Out);
        Assert.Equal(1, runs.Json.GetArrayLength());
    }

    [Fact]
    public async Task Explain_of_a_stage_names_the_symbol_that_changed()
    {
        await _program.RunAsync("run");
        _program.CodeVersions["Parse"] = 2;

        var run = await _program.RunAsync("explain", "parse");

        Assert.Contains("Parse would be executed: code changed (ParseHelper.Do)", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  symbol +ParseHelper\.Do +v1 +v2\s*$", run.Out);
        Assert.Contains("Parameters that its code reads: Seed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_of_an_unchanged_pipeline_reuses_everything()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("explain", "--json");

        Assert.All(run.Json.EnumerateArray(), static stage => Assert.Equal("reused", stage.GetProperty("wouldBe").GetString()));
    }

    [Fact]
    public async Task Explain_of_a_run_tells_why_a_stage_was_executed_in_it()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--seed", "7");

        var run = await _program.RunAsync("explain", "Parse", "--run", "latest");

        Assert.Contains("Parse was executed in run ", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  parameter +Seed +42 +7\s*$", run.Out);
    }

    [Fact]
    public async Task Explain_of_an_unknown_stage_names_the_nearest()
    {
        var run = await _program.RunAsync("explain", "Prase");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["the pipeline 'api-docs' has no stage 'Prase'; did you mean 'Parse'?"], run.Errors);
    }

    [Fact]
    public async Task Clearing_the_cache_of_an_unknown_stage_names_the_nearest()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("cache", "clear", "Prase");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["the pipeline 'api-docs' has no stage 'Prase'; did you mean 'Parse'?"], run.Errors);
    }

    [Fact]
    public async Task A_run_that_waits_for_a_collection_says_so()
    {
        await _program.RunAsync("run");
        Task<ProgramRun> waiting;
        using (FileLock.TryTake(new StoreFolder(_program.StorePath).UseLock, shared: false)!)
        {
            waiting = Task.Run(() => _program.RunAsync("run"));
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }

        var run = await waiting;

        Assert.Equal(
            [$"warning: The store at '{_program.StorePath}' is locked by a 'gc'; waiting up to 30 s for it to end."],
            run.Error.Split('\n').Where(static line => line.Contains("locked", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Runs_of_an_unknown_pipeline_name_the_nearest_of_the_program_and_of_the_store()
    {
        await _program.RunAsync("run");
        await using (var store = SqliteStore.Open(_program.StorePath))
        {
            await using var other = await store.Runs.BeginRunAsync(
                StoreSandbox.NewRun() with
                {
                    Pipeline = "renamed-since",
                },
                TestContext.Current.CancellationToken
            );
            await other.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UnixEpoch);
        }

        foreach (
            var (name, hint) in ((string, string)[])
                [("nope", ""), ("api-dogs", "; did you mean 'api-docs'?"), ("renamed-sinse", "; did you mean 'renamed-since'?")]
        )
        {
            foreach (var verb in (string[])["runs", "show"])
            {
                var run = await _program.RunAsync(verb, "--pipeline", name);

                Assert.Equal(2, run.ExitCode);
                Assert.Equal([$"there is no pipeline '{name}'{hint}"], run.Errors);
            }
        }

        Assert.Contains("renamed-since", (await _program.RunAsync("runs", "--pipeline", "renamed-since")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipeline_of_the_program_may_have_no_runs()
    {
        await SqliteStore.Open(_program.StorePath).DisposeAsync();

        var run = await _program.RunAsync("runs", "--pipeline", "api-docs");

        Assert.Equal((0, "no runs\n"), (run.ExitCode, run.Out.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_run_is_found_by_the_beginning_of_its_id()
    {
        await _program.RunAsync("run");
        var id = (await _program.RunAsync("runs", "--json")).Json[0].GetProperty("run").GetString()!;

        var found = await _program.RunAsync("show", id[..^2], "--json");
        var unknown = await _program.RunAsync("show", "latest~1");

        Assert.Equal(id, found.Json.GetProperty("run").GetString());
        Assert.Equal(["there is no run 'latest~1': there are only 1"], unknown.Errors);
    }

    [Fact]
    public async Task Gc_keeps_the_runs_that_it_is_told_to_keep_and_those_that_published()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--train-share", "0.5");
        await _program.RunAsync("run", "--train-share", "0.51");

        var dry = await _program.RunAsync("gc", "--keep-last", "1", "--dry-run", "--json");
        var run = await _program.RunAsync("gc", "--keep-last", "1");
        var left = await _program.RunAsync("runs", "--json");

        Assert.Equal(1, dry.Json.GetProperty("runs").GetArrayLength());
        Assert.StartsWith("removed 1 run, ", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, left.Json.GetArrayLength());
    }

    [Fact]
    public async Task Cache_clear_makes_the_next_run_execute_the_stage_and_what_its_output_changes()
    {
        await _program.RunAsync("run");
        var before = await _program.RunAsync("cache", "status", "--json");

        var clear = await _program.RunAsync("cache", "clear", "parse");
        var after = await _program.RunAsync("cache", "status", "--json");
        var run = await _program.RunAsync("run");

        Assert.Equal(
            ["Docs", "Parse", "Good", "Release"],
            before.Json.EnumerateArray().Select(static stage => stage.GetProperty("stage").GetString())
        );
        Assert.StartsWith("forgot 1 execution; the next run executes Parse again", clear.Out, StringComparison.Ordinal);
        Assert.Equal(3, after.Json.GetArrayLength());
        Assert.Contains(": 1 executed, 3 reused ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cache", "clear")]
    [InlineData("cache", "status")]
    [InlineData("gc", "--dry-run")]
    public async Task What_works_on_a_store_makes_none(params string[] args)
    {
        var run = await _program.RunAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Errors);
        Assert.False(Directory.Exists(_program.StorePath));
    }
}
