using System.Text.Json;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>What stages write to the console.</summary>
public sealed class StageOutputTests : IDisposable
{
    private static readonly string[] Spoken =
    [
        "information: out 2",
        "information: an open line",
        "information: and {\"event\":\"run-finished\"}",
        "warning: err 1",
        "information: from a task",
        "information: from a thread",
        "information: with ***",
        "information: without an end",
    ];

    private readonly ProgramProcess _program = new("Mlops.Dsl.ConsoleChild")
    {
        Variables = { ["MLOPS_SECRET_PASSWORD"] = "correct-horse" },
    };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Becomes_log_records_of_the_stage_that_wrote_it_and_json_stays_json()
    {
        var run = await _program.RunAsync("run", "--json");
        var shown = await _program.RunAsync("show", "latest", "--json", "--logs");

        Assert.Equal((0, "after the run\n"), (run.ExitCode, run.Error));
        var events = Events(run.Out);
        Assert.Equal(Spoken, LinesOf(events, "Speak"));
        foreach (var name in (string[])["Left", "Right"])
        {
            Assert.Equal(Enumerable.Range(0, 10).Select(i => $"information: {name.ToLowerInvariant()} {i}"), LinesOf(events, name));
        }

        var stage = shown
            .Json.GetProperty("stages")
            .EnumerateArray()
            .Single(static stage => stage.GetProperty("stage").GetString() == "Speak");
        Assert.Equal(
            Spoken,
            stage
                .GetProperty("logs")
                .EnumerateArray()
                .Select(static line => $"{line.GetProperty("level").GetString()}: {line.GetProperty("message").GetString()}")
        );
    }

    [Fact]
    public async Task Is_shown_as_lines_of_the_stage_where_the_output_is_plain()
    {
        var run = await _program.RunAsync("run");

        Assert.Equal((0, "after the run\n"), (run.ExitCode, run.Error));
        Assert.Contains(
            "Speak: out 2\nSpeak: an open line\nSpeak: and {\"event\":\"run-finished\"}\nSpeak: warning: err 1\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("correct-horse", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_above_the_table_on_a_terminal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no program 'script' that makes a terminal");
        using var process = _program.StartCommand("script", "-qec", $"'{ProgramProcess.Host}' '{_program.ProgramPath}' run", "/dev/null");
        var run = await ProgramProcess.FinishAsync(process);

        Assert.Equal(0, run.ExitCode);
        foreach (var line in (string[])["Speak: out 2", "Speak: warning: err 1", "Speak: without an end"])
        {
            // Each line is padded to the terminal's width, so that nothing of the table is left behind it.
            Assert.Matches($"{line} +\r?\n", run.Out);
        }
    }

    [Fact]
    public async Task Leaves_json_whole_even_where_it_goes_past_the_console()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "standard output is redirected for the process on POSIX systems alone");
        var run = await _program.RunAsync("run", "--json", "--raw");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("run-finished", Events(run.Out)[^1].GetProperty("event").GetString());
        Assert.Equal("raw bytes\nraw process\nafter the run\n", run.Error);
    }

    private static JsonElement[] Events(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<string> LinesOf(JsonElement[] events, string stage) =>
        from line in events
        where line.GetProperty("event").GetString() == "line-logged" && line.GetProperty("stage").GetString() == stage
        select $"{line.GetProperty("level").GetString()}: {line.GetProperty("message").GetString()}";
}
