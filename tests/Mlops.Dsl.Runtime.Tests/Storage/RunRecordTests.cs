using System.Text;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

public sealed class RunRecordTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 31, 0, TimeSpan.Zero);
    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task A_run_is_read_back_as_it_was_recorded()
    {
        var start = StoreSandbox.NewRun("20261121-143055-k3f9") with
        {
            Parent = "20261121-120000-abcd",
            Parameters =
            [
                new("Seed", "42"),
                new("Folder", "with 'quotes'; DROP TABLE runs\n\0ü", IsDefault: true),
                new("Nothing", null),
                new("Empty", ""),
            ],
        };
        await using (var store = _sandbox.Open())
        {
            await using var run = await store.Runs.BeginRunAsync(start);
            Assert.Equal(RunStatus.Running, (await store.Runs.GetRunsAsync(new RunFilter())).Single().Status);
            await run.RecordAsync([
                new StageResult(1, "B", StageOutcome.Skipped) { Reason = "because A failed" },
                new StageResult(0, "A", StageOutcome.Failed) { Duration = TimeSpan.FromSeconds(1), Elements = new ElementCounts(1, 2, 3) },
            ]);
            await run.RecordAsync([
                new RunEvent(Now, "stage.retried", "A", "attempt 2"),
                new RunEvent(Now, "gate.refused", null, "too low"),
            ]);
            await run.FinishAsync(RunStatus.Failed, "A failed", Now);
        }

        await using var again = _sandbox.Open(readOnly: true);
        var record = (await again.Runs.GetRunsAsync(new RunFilter { Pipeline = "tests", IdPrefix = "20261121-14" })).Single();
        Assert.Equal(start.Parameters, record.Start.Parameters);
        Assert.Equal(start with { Parameters = [] }, record.Start with { Parameters = [] });
        Assert.Equal((RunStatus.Failed, "A failed", Now), (record.Status, record.Reason, record.Finished));
        Assert.Equal(new OutcomeCounts(0, 0, 1, 1, 0), record.Outcomes);
        var results = await again.Runs.GetResultsAsync(record.Id);
        Assert.Equal(["A", "B"], results.Select(static result => result.Stage));
        Assert.Equal(
            new StageResult(0, "A", StageOutcome.Failed) { Duration = TimeSpan.FromSeconds(1), Elements = new ElementCounts(1, 2, 3) },
            results[0]
        );
        Assert.Equal("because A failed", results[1].Reason);
        Assert.Equal(
            ["stage.retried", "gate.refused"],
            (await again.Runs.GetEventsAsync(record.Id)).Select(static happened => happened.Kind)
        );
    }

    [Fact]
    public async Task The_value_of_a_secret_is_nowhere_in_the_store()
    {
        const string Secret = "hunter2-hunter2";
        await using (var store = _sandbox.Open())
        {
            await using var run = await store.Runs.BeginRunAsync(
                StoreSandbox.NewRun() with
                {
                    Parameters = [new("Token", Secret, IsSecret: true)],
                }
            );
            await run.FinishAsync(RunStatus.Succeeded, null, Now);
            var read = (await store.Runs.GetRunsAsync(new RunFilter())).Single().Start.Parameters.Single();
            Assert.Equal(new RunParameter("Token", null, IsSecret: true), read);
        }

        foreach (var file in Directory.GetFiles(_sandbox.StorePath, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_execution_is_read_back_as_it_was_committed()
    {
        await using var store = _sandbox.Open();
        var input = ContentHash.Of("input"u8);
        var artifact = await StoreSandbox.StageAsync(store, [1, 2, 3]);
        var commit = StoreSandbox.NewExecution("Fit", "key", artifact) with
        {
            Position = 4,
            Attempts = 3,
            Parts = new KeyParts
            {
                Fingerprint = ContentHash.Of("code"u8),
                Parameters = [new("Seed", "42"), new("Token", null)],
                Codecs = [new("Fit", "model(v1)")],
                RuntimeVersion = "10.0.1",
                VersionToken = "tag \"7\"",
                Inputs = [new("train", input)],
            },
            Metrics =
            [
                new("loss", 0, double.NaN),
                new("loss", 1, double.PositiveInfinity),
                new("loss", 2, -0.25),
                new("loss", 2, double.NegativeInfinity),
            ],
            Logs = [new(Now, LogLevel.Warning, "hm\0m")],
        };
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var committed = await (await run.CommitAsync(commit)).Durable;

        var record = (await store.Runs.GetExecutionsAsync(new ExecutionFilter { Execution = committed.Execution })).Single();
        Assert.Equal(("run1", StoreSandbox.PipelineType, "Fit", 3), (record.RunId, record.PipelineType, record.Stage, record.Attempts));
        Assert.Equal(commit.Parts.Fingerprint, record.Parts.Fingerprint);
        Assert.Equal(commit.Parts.Parameters, record.Parts.Parameters);
        Assert.Equal(commit.Parts.Codecs, record.Parts.Codecs);
        Assert.Equal(commit.Parts.Inputs, record.Parts.Inputs);
        Assert.Equal(("10.0.1", "tag \"7\""), (record.Parts.RuntimeVersion, record.Parts.VersionToken));
        Assert.Equal([new NamedOutput("out0", artifact.Reference)], record.Outputs);
        Assert.Equal(commit.Metrics, await store.Runs.GetMetricsAsync(committed.Execution));
        Assert.Equal(commit.Metrics, Assert.Single(await store.Runs.GetLatestMetricsAsync(StoreSandbox.PipelineType)).Value);
        Assert.Equal(commit.Logs, await store.Runs.GetLogsAsync(committed.Execution));
        var result = (await store.Runs.GetResultsAsync("run1")).Single();
        Assert.Equal(
            (4, "Fit", StageOutcome.Executed, committed.Execution),
            (result.Position, result.Stage, result.Outcome, result.Execution)
        );
        Assert.Equal([committed.Execution], await FindAsync(store, new ExecutionFilter { Output = artifact.Hash }));
        Assert.Equal([committed.Execution], await FindAsync(store, new ExecutionFilter { RunId = "run1" }));
        Assert.Equal(
            [committed.Execution],
            await FindAsync(store, new ExecutionFilter { PipelineType = StoreSandbox.PipelineType, Stage = "Fit" })
        );
        Assert.Empty(
            await FindAsync(
                store,
                new ExecutionFilter
                {
                    PipelineType = StoreSandbox.PipelineType,
                    Stage = "Fit",
                    Element = 0,
                }
            )
        );
        Assert.Equal([artifact.Reference], await store.Runs.FindArtifactsAsync(artifact.Hash.ToString()[..7]));
    }

    [Fact]
    public async Task A_failure_is_recorded_and_never_reused()
    {
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var commit = StoreSandbox.NewExecution("Fit") with
        {
            Succeeded = false,
            Error = "no rows",
            Logs = [new(Now, LogLevel.Error, "oh")],
        };
        var execution = (await (await run.CommitAsync(commit)).Durable).Execution;

        var result = (await store.Runs.GetResultsAsync("run1")).Single();
        Assert.Equal((StageOutcome.Failed, "no rows", execution), (result.Outcome, result.Reason, result.Execution));
        Assert.False((await store.Runs.GetExecutionsAsync(new ExecutionFilter { Execution = execution })).Single().Succeeded);
        Assert.Single(await store.Runs.GetLogsAsync(execution));
    }

    [Fact]
    public async Task The_newest_execution_with_a_key_is_found_also_after_a_prefetch()
    {
        await using var store = _sandbox.Open();
        await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", [1]);
        var newest = await StoreSandbox.CommitAsync(store, "run2", "Stage", "key", [2]);

        var found = await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key"));
        await store.Runs.PrefetchAsync(StoreSandbox.PipelineType);
        var prefetched = await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key"));

        Assert.Equal([newest.Reference], found!.Outputs);
        Assert.Equal("run2", found.RunId);
        Assert.Equal((found.Execution, found.RunId), (prefetched!.Execution, prefetched.RunId));
        Assert.Equal(found.Outputs, prefetched.Outputs);
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("other")));
    }

    [Fact]
    public async Task An_unchanged_publication_keeps_its_version()
    {
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var first = await PublishAsync(run, await StoreSandbox.StageAsync(store, [1]));
        var same = await PublishAsync(run, await StoreSandbox.StageAsync(store, [1]));
        var second = await PublishAsync(run, await StoreSandbox.StageAsync(store, [2]));
        var back = await PublishAsync(run, await StoreSandbox.StageAsync(store, [1]));

        Assert.Equal((1, false), (first.Version, first.IsUnchanged));
        Assert.Equal((1, true), (same.Version, same.IsUnchanged));
        Assert.Equal((2, false), (second.Version, second.IsUnchanged));
        Assert.Equal((3, false), (back.Version, back.IsUnchanged));
        Assert.Equal([3, 2, 1], (await store.Runs.GetPublishedAsync("model")).Select(static entry => entry.Version));
        Assert.Empty(await store.Runs.GetPublishedAsync("other"));
        var reused = await run.PublishAsync(new Publication("model", back.Artifact, "Model", "v1"), back.Execution);
        Assert.Equal((3, true), (reused.Version, reused.IsUnchanged));
    }

    [Fact]
    public async Task Fingerprints_keep_their_parts()
    {
        var old = new FingerprintParts(ContentHash.Of("1"u8), [new("A.Run()", "aa"), new("A.Help()", "bb")], ["MathNet, 5.0"]);
        var changed = new FingerprintParts(ContentHash.Of("2"u8), [new("A.Run()", "aa"), new("A.Help()", "cc")], []);
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun());
        await run.RecordAsync([old, changed]);
        await run.RecordAsync([old]);
        await run.FinishAsync(RunStatus.Succeeded, null, Now);

        var read = await store.Runs.GetFingerprintAsync(changed.Fingerprint);
        Assert.Equal(changed.Symbols, read!.Symbols);
        Assert.Empty(read.Packages);
        Assert.Equal(old.Packages, (await store.Runs.GetFingerprintAsync(old.Fingerprint))!.Packages);
        Assert.Null(await store.Runs.GetFingerprintAsync(ContentHash.Of("3"u8)));
    }

    [Fact]
    public async Task A_run_whose_recorder_is_gone_is_interrupted()
    {
        await using var store = _sandbox.Open();
        await using (await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1")))
        {
            Assert.Equal(RunStatus.Running, (await store.Runs.GetRunsAsync(new RunFilter())).Single().Status);
        }

        Assert.Equal(RunStatus.Interrupted, (await store.Runs.GetRunsAsync(new RunFilter())).Single().Status);
    }

    [Fact]
    public async Task The_outcomes_of_an_unfinished_run_are_counted_as_far_as_they_are_known()
    {
        await using var store = _sandbox.Open();
        var first = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var second = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run2"));
        await first.RecordAsync([new StageResult(0, "A", StageOutcome.Executed), new StageResult(1, "B", StageOutcome.Executed)]);
        await first.RecordAsync([new StageResult(2, "C", StageOutcome.Skipped)]);
        await second.RecordAsync([new StageResult(0, "A", StageOutcome.Reused)]);
        await first.DisposeAsync();
        await second.DisposeAsync();

        var runs = await store.Runs.GetRunsAsync(new RunFilter());

        Assert.Equal(new OutcomeCounts(2, 0, 1, 0, 0), runs.Single(static run => run.Id == "run1").Outcomes);
        Assert.Equal(new OutcomeCounts(0, 1, 0, 0, 0), runs.Single(static run => run.Id == "run2").Outcomes);
    }

    [Fact]
    public async Task Metrics_of_the_latest_run_are_read_each_with_its_execution()
    {
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var executions = new List<long>();
        foreach (var (position, value) in ((int, double)[])[(0, 0.5), (1, 0.25)])
        {
            var pending = await run.CommitAsync(
                StoreSandbox.NewExecution($"Stage{position}", $"key{position}") with
                {
                    Position = position,
                    Metrics = [new Metric("loss", 1, value)],
                }
            );
            executions.Add((await pending.Durable).Execution);
            await run.RecordAsync([new StageResult(position, $"Stage{position}", StageOutcome.Executed) { Execution = executions[^1] }]);
        }

        await run.FinishAsync(RunStatus.Succeeded, null, Now);

        var metrics = await store.Runs.GetLatestMetricsAsync(StoreSandbox.PipelineType);

        Assert.Equal([0.5, 0.25], executions.Select(execution => metrics[execution].Single().Value));
    }

    [Fact]
    public async Task What_is_to_be_the_first_to_resume_a_run_is_told_who_was_before()
    {
        await using var store = _sandbox.Open();
        await using var parent = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        await using var other = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run2") with { Parent = "run2" });
        await using var first = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run3") with { Parent = "run1", ResumesFirst = true });

        var exception = await Assert.ThrowsAsync<RunResumedException>(() =>
            store.Runs.BeginRunAsync(StoreSandbox.NewRun("run4") with { Parent = "run1", ResumesFirst = true })
        );

        Assert.Equal("Run run1 is resumed by run run3 already.", exception.Message);
        Assert.Equal(["run3", "run2", "run1"], (await store.Runs.GetRunsAsync(new RunFilter())).Select(static run => run.Id));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("0 * * * *", null)]
    [InlineData("start:run1/Retrain", "run1/Retrain")]
    public void Only_the_tick_of_an_effect_tells_who_asked_for_a_run(string? schedule, string? effect) =>
        Assert.Equal(effect, (StoreSandbox.NewRun("run2") with { Tick = schedule is null ? null : new Tick(schedule, Now) }).AskedForBy);

    public void Dispose() => _sandbox.Dispose();

    private static async Task<PublishedEntry> PublishAsync(IRunRecorder run, StoredArtifact artifact)
    {
        var commit = StoreSandbox.NewExecution("Release", null, artifact) with
        {
            Publication = new Publication("model", artifact.Reference, "Model", "v1"),
        };
        return (await (await run.CommitAsync(commit)).Durable).Published!;
    }

    private static async Task<long[]> FindAsync(IStore store, ExecutionFilter filter) =>
        [.. (await store.Runs.GetExecutionsAsync(filter)).Select(static record => record.Execution)];
}
