using System.Runtime.InteropServices;
using Mlops.Dsl.Engine;
using Mlops.Dsl.IsolationChild;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Seams.Tests;

/// <summary>An executor that is written outside of the product is as good as the product's own.</summary>
public sealed class ExecutorSeamTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-seams-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pipeline_runs_by_an_executor_that_sees_only_text(bool streams)
    {
        var executor = new JsonExecutor(streams);

        await using var report = await RunAsync(options => options with { Executor = executor, Isolation = StageIsolation.None });

        Assert.True(report.Succeeded, string.Join('\n', report.Stages.Select(static stage => stage.Error?.Message)));
        Assert.Equal(14L, report.GetOutput<long>(IndexOf("Sum"), 0));
        Assert.Equal(100_000, report.GetOutput<int>(IndexOf("Size"), 0));
        Assert.StartsWith("13, ", report.GetOutput<string>(IndexOf("Seen"), 0), StringComparison.Ordinal);
        Assert.True(report.Stages[IndexOf("Enough")].Gate is { Passed: true });
        Assert.Equal(12, executor.Sent.Count);
        Assert.All(executor.Sent, static request => Assert.DoesNotContain("correct horse", request, StringComparison.Ordinal));
        Assert.Contains("summing 3", await LogAsync(report, "Sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_no_pipeline_program_names_the_one_that_runs_its_isolated_stages()
    {
        var program = new ChildProgram(Host, [typeof(TroublePipeline).Assembly.Location]);

        await using var report = await RunAsync(options =>
            options with
            {
                IsolatedExecutor = new ChildProcessExecutor(program),
                Isolation = StageIsolation.AsDeclared,
            }
        );

        Assert.True(report.Succeeded, string.Join('\n', report.Stages.Select(static stage => stage.Error?.Message)));
        Assert.Equal(2, report.GetOutput<int>(IndexOf("After"), 0));
        Assert.True(report.Stages[IndexOf("Risky")].PeakMemory > 1024 * 1024);
        Assert.Null(report.Stages[IndexOf("Sibling")].PeakMemory);
    }

    [Fact]
    public async Task A_program_that_does_not_know_what_to_do_is_told_from_a_stage_that_fails()
    {
        var program = new ChildProgram(Host, ["--info"]);

        await using var report = await RunAsync(options => options with { IsolatedExecutor = new ChildProcessExecutor(program) });

        Assert.Matches(
            "^'.* --info stage-exec', which was to run 'Risky', ended with exit code .* before it began.",
            report.Stages[IndexOf("Risky")].Error!.Message
        );
    }

    [Theory]
    [InlineData(true, "'Mlops.Dsl.IsolationChild' on disk is another build than the one that the run was started with.")]
    [InlineData(false, "The pipeline 'trouble' of the program that is to run 'Other' has no such stage.")]
    public async Task The_other_end_refuses_what_it_is_not_made_for(bool isOtherBuild, string message)
    {
        var executor = new JsonExecutor(streams: true)
        {
            Change = invocation =>
                isOtherBuild
                    ? invocation with
                    {
                        Modules = [new ModuleIdentity("Mlops.Dsl.IsolationChild", Guid.NewGuid())],
                    }
                    : invocation with
                    {
                        Stage = "Other",
                    },
        };

        await using var report = await RunAsync(options => options with { Executor = executor, Isolation = StageIsolation.None });

        Assert.Equal(StageOutcome.Failed, report.Stages[0].Outcome);
        Assert.StartsWith(message, report.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    private static string Host =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    private static int IndexOf(string stage) => TroublePipeline.Definition.Stages.Single(other => other.Name == stage).Index;

    private Task<RunReport> RunAsync(Func<RunOptions, RunOptions> change)
    {
        SqliteStore.Register();
        return PipelineEngine.RunAsync(
            TroublePipeline.Definition,
            new TroublePipeline { Password = "correct horse" },
            change(new RunOptions { StorePath = Path.Combine(_folder.FullName, "store") }),
            TestContext.Current.CancellationToken
        );
    }

    private async Task<string> LogAsync(RunReport report, string stage)
    {
        await using var store = SqliteStore.Open(Path.Combine(_folder.FullName, "store"), new StoreOptions { ReadOnly = true });
        var execution = report.Stages[IndexOf(stage)].Execution!.Value;
        var lines = await store.Runs.GetLogsAsync(execution, TestContext.Current.CancellationToken);
        return string.Join('\n', lines.Select(static line => line.Message));
    }
}
