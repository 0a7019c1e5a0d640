using System.Globalization;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.Engine.Execution;

/// <summary>Stages in processes of their own, as a program runs them.</summary>
public sealed class IsolatedProcessTests : IDisposable
{
    private readonly ProgramProcess _program = new("Mlops.Dsl.IsolationChild");

    private string Note => Path.Combine(_program.FolderPath, "note");

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Stages_in_processes_of_their_own_return_what_they_return_in_one_and_get_the_secrets_past_the_environment()
    {
        _program.Variables["MLOPS_SECRET_PASSWORD"] = "correct horse";

        var isolated = await _program.RunAsync("run", "--isolated");
        var seen = await ShowAsync("Seen");
        var logs = await _program.RunAsync("show", "latest", "--logs");
        var together = await _program.RunAsync("run", "--no-cache");
        var difference = await _program.RunAsync("diff", "latest~1", "latest");

        Assert.Equal((0, 0), (isolated.ExitCode, together.ExitCode));
        Assert.Contains("Sum: summing 3", isolated.Out, StringComparison.Ordinal);
        Assert.Contains("3 elements", isolated.Out, StringComparison.Ordinal);
        Assert.Contains("""Numbers: {"kind":5,"outcome":{"lease":1}}""", logs.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("14 → ", difference.Out, StringComparison.Ordinal);
        Assert.Equal("13, 0 in the environment", seen.Last());
        Assert.Equal("14", (await ShowAsync("Sum")).Last());
        Assert.Equal("100000", (await ShowAsync("Size")).Last());
    }

    [Fact]
    public async Task A_stage_that_takes_too_much_memory_is_ended_with_all_it_started_and_its_siblings_commit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");

        var run = await _program.RunAsync("run", "--what", "hoard");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"Risky failed \(TroublePipeline.cs:\d+\): 'Risky' had 3\d\d MiB of memory in use in its 2 processes and was ended: "
                + @"\[Resources\(MemoryMiB = 300\)\] allows 300 MiB",
            run.Out
        );
        Assert.Matches(@"Sibling\s+executed", run.Out);
        Assert.Matches(@"After\s+skipped", run.Out);
        await ProcessesEndAsync();
    }

    [Fact]
    public async Task A_stage_that_ignores_its_timeout_is_ended_with_all_it_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");

        var run = await _program.RunAsync("run", "--hangs");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'Stuck' took longer than its timeout of 0:00:02", run.Out, StringComparison.Ordinal);
        await ProcessesEndAsync();
    }

    [Fact]
    public async Task The_processes_of_stages_end_with_a_run_that_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        using var process = _program.Start("run", "--what", "hang");
        while (!File.Exists(Note) || (await File.ReadAllTextAsync(Note, TestContext.Current.CancellationToken)).Length == 0)
        {
            Assert.False(process.HasExited, "The run ended before its stage hung.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await ProgramProcess.SignalAsync(process, "KILL");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        await ProcessesEndAsync();
    }

    [Theory]
    [InlineData("exit", "The process of 'Risky' ended with exit code 0 before the stage did.")]
    [InlineData("abort", "The process of 'Risky' was ended by SIGABRT (it gave up, or an exception was not caught) before the stage did.")]
    [InlineData("throw", "InvalidOperationException: It does not work.")]
    [InlineData(
        "heap",
        "OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was thrown: [Resources(MemoryMiB = 300)] allows"
    )]
    public async Task The_death_of_a_stage_is_told_in_words_and_is_not_the_runs(string what, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");

        var run = await _program.RunAsync("run", "--what", what);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"Risky failed \(TroublePipeline.cs:\d+\): {System.Text.RegularExpressions.Regex.Escape(message)}", run.Out);
        Assert.Matches(@"Sibling\s+executed", run.Out);
    }

    [Fact]
    public async Task A_run_that_is_stopped_stops_the_processes_of_its_stages()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        using var program = new ProgramProcess();
        using var process = program.Start("run", "--delay", "100000", "--isolated");
        var read = await ProgramProcess.ReadUntilAsync(process, "counting");

        await ProgramProcess.SignalAsync(process, "TERM");
        var run = await ProgramProcess.FinishAsync(process, read);

        Assert.Equal(130, run.ExitCode);
        Assert.Matches(@"Count\s+cancelled", run.Out);
    }

    [Fact]
    public async Task An_isolated_stage_sees_the_accelerators_that_it_got_and_no_others()
    {
        _program.Variables["CUDA_VISIBLE_DEVICES"] = "5,6";
        _program.Variables["MLOPS_GPUS"] = "2";

        var run = await _program.RunAsync("run", "--accelerated");
        var seen = await ShowAsync("Accelerator");
        _program.Variables["MLOPS_GPUS"] = "many";
        var misused = await _program.RunAsync("run");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("5 as 0", seen.Last());
        Assert.Equal(["the environment variable MLOPS_GPUS must be a whole number, 0 or more, but is 'many'"], misused.Errors);
    }

    [Fact]
    public async Task A_stage_without_a_request_is_an_unknown_verb()
    {
        var run = await _program.RunAsync("stage-exec");

        Assert.Equal(2, run.ExitCode);
    }

    private async Task<string[]> ShowAsync(string artifact) =>
        (await _program.RunAsync("artifact", "show", artifact)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Waits until the processes that a stage noted are gone.</summary>
    private async Task ProcessesEndAsync()
    {
        var ids = (await File.ReadAllTextAsync(Note)).Split(' ').Select(static id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, ids.Count);
        while (ids.Exists(IsAlive))
        {
            await Task.Delay(20);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            // One that nobody has waited for yet is a zombie, and as dead.
            var state = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return state[state.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
