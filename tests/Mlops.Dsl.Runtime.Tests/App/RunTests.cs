using System.Text.Json;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class RunTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_first_run_executes_every_stage_and_ends_with_a_table()
    {
        var run = await _program.RunAsync("run");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Matches(@"(?m)^  Docs +executed ", run.Out);
        Assert.Matches(@"(?m)^  Good +executed .* passed: TrainShare is compared with 0.6", run.Out);
        Assert.Contains("published parsed-docs version 1", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"succeeded in .*: 4 executed \(run \d{8}-\d{6}-\w{4}\)", run.Out);
    }

    [Fact]
    public async Task The_second_run_says_in_one_line_that_there_was_nothing_to_do()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("run");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^nothing to do: 4 stages reused in .* \(run .*\)\s*$", run.Out);
    }

    [Fact]
    public async Task A_run_that_reused_everything_and_published_an_entry_had_something_to_do()
    {
        await _program.RunAsync("run", "--seed", "1");
        await _program.RunAsync("run", "--seed", "2");

        var run = await _program.RunAsync("run", "--seed", "1");

        Assert.DoesNotContain("nothing to do", run.Out, StringComparison.Ordinal);
        Assert.Contains("published parsed-docs version 3", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"succeeded in .*: 4 reused \(run ", run.Out);
    }

    [Fact]
    public async Task Without_the_cache_everything_is_executed_again()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("run", "--no-cache");

        Assert.Contains("executed", run.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^  Parse +reused", run.Out);
    }

    [Fact]
    public async Task A_refused_gate_is_exit_code_3_with_its_reason()
    {
        var run = await _program.RunAsync("run", "--train-share", "0.5");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Good refused: TrainShare is compared with 0.6", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  Release +skipped ", run.Out);
        Assert.Contains("refused in ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_prints_one_event_a_line()
    {
        var run = await _program.RunAsync("run", "--json");

        var events = run
            .Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("run-started", events[0].GetProperty("event").GetString());
        Assert.Equal("run-finished", events[^1].GetProperty("event").GetString());
        Assert.Equal("succeeded", events[^1].GetProperty("status").GetString());
        Assert.Equal(4, events[^1].GetProperty("executed").GetInt32());
        Assert.Equal(events[0].GetProperty("run").GetString(), events[^1].GetProperty("run").GetString());
        Assert.Contains(
            events,
            static line => line.GetProperty("event").GetString() == "metric-logged" && line.GetProperty("value").GetDouble() == 42
        );
        Assert.Equal(4, events.Count(static line => line.GetProperty("event").GetString() == "stage-finished"));
    }

    [Fact]
    public async Task A_cancelled_run_says_how_to_go_on_and_resume_does()
    {
        using var interruption = new Mlops.Dsl.Runtime.App.Interruption();
        using var program = new TestProgram(TestPipeline.Define(onParse: _ => interruption.Signal()));

        var cancelled = await program.RunAsync(["run", "--seed", "7"], interruption);
        var resumed = await program.RunAsync("resume");
        var shown = await program.RunAsync("show", "latest", "--json");

        Assert.Equal(130, cancelled.ExitCode);
        Assert.Matches(@"Go on with: docs resume \d{8}-", cancelled.Out);
        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.Contains(
            shown.Json.GetProperty("parameters").EnumerateArray(),
            static parameter => parameter.GetProperty("name").GetString() == "Seed" && parameter.GetProperty("value").GetString() == "7"
        );
        Assert.NotEqual("", shown.Json.GetProperty("resumeOf").GetString());
    }

    [Fact]
    public async Task Resume_of_nothing_says_that_there_are_no_runs()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("resume", "2020");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["there is no run '2020'"], run.Errors);
    }

    [Fact]
    public async Task The_store_comes_from_the_environment_where_no_option_names_it()
    {
        _program.Variables["MLOPS_STORE"] = Path.Combine(_program.FolderPath, "from environment");

        var run = await ProgramRun.OfAsync([TestPipeline.Define()], ["run"], _program.Variables);

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(_program.FolderPath, "from environment", "store.db")));
    }

    [Fact]
    public async Task A_store_that_is_a_file_is_one_error_and_exit_code_1()
    {
        var file = Path.Combine(_program.FolderPath, "file");
        await File.WriteAllTextAsync(file, "no store", TestContext.Current.CancellationToken);

        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "run", "--store", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(file, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
