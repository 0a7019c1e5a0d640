using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Stages that end the process of their run.</summary>
public sealed class ProcessEndTests : IDisposable
{
    private readonly ProgramProcess _program = new("Mlops.Dsl.ConsoleChild");

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("Exit", 0, "Environment.Exit was called")]
    [InlineData("Exit", 3, "Environment.Exit was called")]
    [InlineData("ExitOnThread", 0, "Environment.Exit was called")]
    [InlineData("ThrowOnThread", 0, "a thread threw InvalidOperationException, which nothing caught: thread ***")]
    [InlineData("ThrowAsyncVoid", 0, "a thread threw InvalidOperationException, which nothing caught: unawaited ***")]
    public async Task Ending_the_process_is_a_failure_that_is_recorded_and_said(string ending, int code, string cause)
    {
        _program.Variables["MLOPS_SECRET_PASSWORD"] = "correct-horse";

        var run = await _program.RunAsync(
            "run",
            "--ending",
            ending,
            "--code",
            code.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        var runs = await _program.RunAsync("runs", "--json");
        var shown = await _program.RunAsync("show", "latest", "--json", "--logs");

        var message =
            $"The process was ended while 'End' ran: {cause}. A stage must not end its process: it throws an exception to fail, and "
            + $"returns to succeed.";
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"End failed (TalkingPipeline.cs:", run.Out, StringComparison.Ordinal);
        Assert.Contains(message, run.Out, StringComparison.Ordinal);
        Assert.Matches(@"failed in .*: 5 executed, 1 failed \(run ", run.Out);
        Assert.Equal("failed", runs.Json[0].GetProperty("status").GetString());
        Assert.Equal($"End failed: {message}", runs.Json[0].GetProperty("reason").GetString());
        Assert.DoesNotContain("correct-horse", run.Out + run.Error + shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_process_was_ended_is_still_a_stream_of_events()
    {
        var run = await _program.RunAsync("run", "--json", "--ending", "Exit");

        var events = run
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("run-finished", events[^1].GetProperty("event").GetString());
        Assert.Equal("failed", events[^1].GetProperty("status").GetString());
        Assert.Equal(1, events[^1].GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Ending_the_process_where_a_source_tells_its_version_is_the_sources_failure()
    {
        var run = await _program.RunAsync("run", "--ending", "ExitInVersion");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Feed failed (TalkingPipeline.cs:", run.Out, StringComparison.Ordinal);
        Assert.Contains("Environment.Exit was called", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_process_was_ended_is_resumed()
    {
        await _program.RunAsync("run", "--ending", "Exit");

        var resumed = await _program.RunAsync("resume", "--json");

        Assert.Contains("\"stage\":\"Speak\",\"outcome\":\"reused\"", resumed.Out, StringComparison.Ordinal);
    }
}
