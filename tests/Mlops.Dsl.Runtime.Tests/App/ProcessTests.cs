using System.Text.RegularExpressions;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>The program as a process: exit codes, streams, signals and terminals.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_second_run_has_nothing_to_do()
    {
        var first = await _program.RunAsync("run");
        var second = await _program.RunAsync("run");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Report\n[bold]4[/] words\n", first.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Matches(@"^nothing to do: 4 stages reused in .* \(run .*\)\s*$", second.Out);
        Assert.True(File.Exists(Path.Combine(_program.FolderPath, ".mlops", "store.db")));
    }

    [Fact]
    public async Task Exit_codes_tell_failed_refused_and_misused_apart()
    {
        var failed = await _program.RunAsync("run", "--fail");
        var refused = await _program.RunAsync("run", "--text", "one");
        var misused = await _program.RunAsync("run", "--delay", "-1");

        Assert.Equal([1, 3, 2], [failed.ExitCode, refused.ExitCode, misused.ExitCode]);
        Assert.Contains("Count failed (WordsPipeline.cs:", failed.Out, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: [red]Counting[/] failed.", failed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failed.Out + failed.Error, StringComparison.Ordinal);
        Assert.Contains("Enough refused: count is 1, at least 2 is required", refused.Out, StringComparison.Ordinal);
        Assert.Equal(["--delay must be between 0 and 100000, but is '-1'"], misused.Errors);
    }

    [Fact]
    public async Task Too_few_open_files_are_refused_before_anything_starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ulimit");
        await _program.RunAsync("run");

        using var process = _program.StartCommand(
            "/bin/sh",
            "-c",
            "ulimit -n 60 && exec \"$0\" \"$@\"",
            ProgramProcess.Host,
            _program.ProgramPath,
            "run",
            "--text",
            "two words"
        );
        var limited = await ProgramProcess.FinishAsync(process);
        var again = await _program.RunAsync("run");
        var runs = await _program.RunAsync("runs", "--json");

        Assert.Equal((1, ""), (limited.ExitCode, limited.Out));
        Assert.StartsWith(
            "this process may have no more than 60 files open, but a pipeline program needs 128. Nothing was started.",
            Assert.Single(limited.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("nothing to do", again.Out, StringComparison.Ordinal);
        Assert.Equal(2, runs.Json.GetArrayLength());
    }

    [Fact]
    public async Task The_stack_trace_of_a_failure_is_in_the_runs_logs()
    {
        await _program.RunAsync("run", "--fail");

        var run = await _program.RunAsync("show", "latest", "--logs");

        Assert.Contains("counting [red]4[/]", run.Out, StringComparison.Ordinal);
        Assert.Contains("at Mlops.Dsl.AppChild.WordsPipeline.Count", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_output_has_no_escape_sequences()
    {
        var run = await _program.RunAsync("run", "--delay", "1");

        Assert.DoesNotContain('\u001b', run.Out + run.Error);
        Assert.Contains("Count: counting [red]4[/]\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_stops_the_run_which_resume_completes(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "POSIX signals");
        using var process = _program.Start("run", "--delay", "100000");
        var read = await ProgramProcess.ReadUntilAsync(process, "counting");

        await ProgramProcess.SignalAsync(process, signal);
        var stopped = await ProgramProcess.FinishAsync(process, read);
        var runs = await _program.RunAsync("runs", "--json");

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("stopping: ", stopped.Error, StringComparison.Ordinal);
        Assert.Matches(@"Go on with: .* resume \d{8}-\d{6}-\w{4}", stopped.Out);
        Assert.Equal("cancelled", runs.Json[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_second_signal_abandons_a_stage_that_does_not_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "POSIX signals");
        using var process = _program.Start("run", "--delay", "100000", "--stubborn");
        var read = await ProgramProcess.ReadUntilAsync(process, "counting");

        await ProgramProcess.SignalAsync(process, "INT");
        Assert.StartsWith(
            "stopping: ",
            await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        await ProgramProcess.SignalAsync(process, "INT");
        var stopped = await ProgramProcess.FinishAsync(process, read);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("abandoning", stopped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_run_is_interrupted_and_resume_goes_on_with_its_parameters()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "POSIX signals");
        using var process = _program.Start("run", "--delay", "1500", "--text", "only two");
        await ProgramProcess.ReadUntilAsync(process, "Split: executed");
        await ProgramProcess.SignalAsync(process, "KILL");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var interrupted = await _program.RunAsync("runs", "--json");
        var resumed = await _program.RunAsync("resume", "--json");

        Assert.Equal("interrupted", interrupted.Json[0].GetProperty("status").GetString());
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("\"stage\":\"Split\",\"outcome\":\"reused\"", resumed.Out, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"succeeded\"", resumed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_the_run_is_drawn_live_and_markup_is_not_obeyed()
    {
        var run = await RunInTerminalAsync("run --delay 300");

        Assert.Contains("\u001b[", run, StringComparison.Ordinal);
        Assert.Contains("━", run, StringComparison.Ordinal);
        Assert.Contains("counting [red]4[/]", run, StringComparison.Ordinal);
        Assert.Contains("[bold]4[/] words", run, StringComparison.Ordinal);
        Assert.Contains("\u001b[32msucceeded\u001b[0m in ", run, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO_COLOR_leaves_the_drawing_and_takes_the_colours()
    {
        _program.Variables["NO_COLOR"] = "1";

        var run = await RunInTerminalAsync("run --delay 300");

        Assert.Contains("━", run, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), run);
    }

    [Fact]
    public async Task On_a_dumb_terminal_lines_are_plain()
    {
        _program.Variables["TERM"] = "dumb";

        var run = await RunInTerminalAsync("run --delay 10");

        Assert.DoesNotContain("━", run, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), run);
        Assert.Contains("Count: executed in ", run, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_output_is_one_error_and_exit_code_1()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full");
        using var process = _program.StartCommand(
            "sh",
            "-c",
            "exec \"$0\" \"$1\" list > /dev/full",
            ProgramProcess.Host,
            _program.ProgramPath
        );

        var run = await ProgramProcess.FinishAsync(process);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Errors);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a POSIX shell");
        using var process = _program.StartCommand(
            "sh",
            "-c",
            "\"$0\" \"$1\" --help | head -n 1",
            ProgramProcess.Host,
            _program.ProgramPath
        );

        var run = await ProgramProcess.FinishAsync(process);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*(3[0-7]|9[0-7]|38)[0-9;]*m", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Colour();

    private async Task<string> RunInTerminalAsync(string args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no program 'script' that makes a terminal");
        using var process = _program.StartCommand(
            "script",
            "-qec",
            $"'{ProgramProcess.Host}' '{_program.ProgramPath}' {args}",
            "/dev/null"
        );
        var run = await ProgramProcess.FinishAsync(process);
        Assert.Equal(0, run.ExitCode);
        return run.Out;
    }
}
