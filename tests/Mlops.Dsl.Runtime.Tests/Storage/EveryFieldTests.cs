using Microsoft.Extensions.Logging;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Local;
using Mlops.Dsl.Storage.Sqlite.Objects;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>
/// Records in which every field has a value that no other field has: one that was not written, or was written in another's place, is not
/// read back.
/// </summary>
public sealed class EveryFieldTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly StoreSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_runs_fields_are_read_back()
    {
        var start = new RunStart
        {
            Id = "run-1",
            Pipeline = "pipeline",
            PipelineType = "Type",
            PipelineVersion = "7.8.9",
            Parent = "run-0",
            Started = Time,
            RuntimeVersion = "11.22.33",
            Machine = "machine",
            ProcessId = 4242,
            Tick = new Tick("schedule", Time.AddHours(2)),
            Window = new TimeWindow(Time.AddTicks(-7), Time.AddTicks(3)),
            Parameters = [new("A", "1"), new("B", "2", IsDefault: true), new("C", null, IsSecret: true), new("D", null)],
        };
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(start);
        var position = 0;
        foreach (
            var (outcome, count) in ((StageOutcome, int)[])
                [
                    (StageOutcome.Executed, 5),
                    (StageOutcome.Reused, 4),
                    (StageOutcome.Skipped, 3),
                    (StageOutcome.Failed, 2),
                    (StageOutcome.Cancelled, 1),
                ]
        )
        {
            for (var i = 0; i < count; i++)
            {
                await run.RecordAsync([new StageResult(position++, $"S{position}", outcome)]);
            }
        }

        await run.FinishAsync(RunStatus.Refused, "a reason", Time.AddHours(1));
        var record = Assert.Single(await store.Runs.GetRunsAsync(new RunFilter()));

        Assert.Equal(start.Parameters, record.Start.Parameters);
        Assert.Equal(start with { Parameters = [] }, record.Start with { Parameters = [] });
        Assert.Equal(
            (RunStatus.Refused, Time.AddHours(1), "a reason", false),
            (record.Status, record.Finished, record.Reason, record.IsRemoved)
        );
        Assert.Equal(new OutcomeCounts(5, 4, 3, 2, 1), record.Outcomes);
    }

    [Fact]
    public async Task An_executions_fields_are_read_back()
    {
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var parts = new KeyParts
        {
            Fingerprint = ContentHash.Of("code"u8),
            Parameters = [new("P", "1"), new("Q", null)],
            Codecs = [new("O", "schema")],
            RuntimeVersion = "1.2",
            Platform = "linux-riscv64",
            VersionToken = "token",
            Inputs = [new("i", ContentHash.Of("i"u8)), new("j", ContentHash.Of("j"u8))],
        };
        var commit = new ExecutionCommit
        {
            Position = 3,
            Stage = "Stage",
            Element = 17,
            Key = StoreSandbox.KeyOf("key"),
            Parts = parts,
            Succeeded = false,
            Error = "error",
            Started = Time,
            Duration = TimeSpan.FromMicroseconds(1234567),
            Attempts = 5,
            Outputs =
            [
                new("first", await StoreSandbox.StageAsync(store, [1])),
                new("second", await StoreSandbox.StageAsync(store, [1, 2])),
            ],
            Metrics = [new("m", 2, 3.5), new("n", -4, 5.5)],
            Logs = [new(Time, LogLevel.Warning, "one"), new(Time.AddSeconds(1), LogLevel.Error, "two")],
        };
        var execution = (await (await run.CommitAsync(commit)).Durable).Execution;
        var record = Assert.Single(await store.Runs.GetExecutionsAsync(new ExecutionFilter { Execution = execution }));

        Assert.Equal(("run1", StoreSandbox.PipelineType, "Stage", 17), (record.RunId, record.PipelineType, record.Stage, record.Element));
        Assert.Equal(
            (commit.Key, false, "error", Time, commit.Duration, 5),
            (record.Key, record.Succeeded, record.Error, record.Started, record.Duration, record.Attempts)
        );
        Assert.Equal(commit.Outputs.Select(static output => new NamedOutput(output.Name, output.Artifact.Reference)), record.Outputs);
        Assert.Equal(
            (parts.Fingerprint, "1.2", "linux-riscv64", "token"),
            (record.Parts.Fingerprint, record.Parts.RuntimeVersion, record.Parts.Platform, record.Parts.VersionToken)
        );
        Assert.Equal(parts.Parameters, record.Parts.Parameters);
        Assert.Equal(parts.Codecs, record.Parts.Codecs);
        Assert.Equal(parts.Inputs, record.Parts.Inputs);
        Assert.Equal(commit.Metrics, await store.Runs.GetMetricsAsync(execution));
        Assert.Equal(commit.Logs, await store.Runs.GetLogsAsync(execution));
    }

    [Fact]
    public async Task A_results_fields_are_read_back_and_a_later_one_replaces_it()
    {
        await using var store = _sandbox.Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var execution = (await (await run.CommitAsync(StoreSandbox.NewExecution("Other"))).Durable).Execution;
        var first = new StageResult(5, "Stage", StageOutcome.Skipped) { Reason = "why" };
        var second = new StageResult(6, "Next", StageOutcome.Reused)
        {
            Execution = execution,
            Reason = "because",
            Duration = TimeSpan.FromMicroseconds(77),
            Elements = new ElementCounts(1, 2, 3),
        };
        await run.RecordAsync([first, second]);
        await run.RecordAsync([first with { Outcome = StageOutcome.Executed, Reason = "again" }]);
        await run.FinishAsync(RunStatus.Succeeded, null, Time);

        Assert.Equal(
            [first with { Outcome = StageOutcome.Executed, Reason = "again" }, second],
            (await store.Runs.GetResultsAsync("run1")).Where(static result => result.Position > 0)
        );
    }

    [Fact]
    public async Task What_the_latest_run_used_is_at_hand_before_anybody_asks_for_it()
    {
        await using (var store = _sandbox.Open())
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
            var pending = await run.CommitAsync(StoreSandbox.NewExecution("Stage", "key"));
            await pending.Durable;
            await run.FinishAsync(RunStatus.Succeeded, null, Time);
            Assert.Equal(1, Assert.Single(await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = "run1" })).Attempts);
        }

        using var connection = Connection.Open(Path.Combine(_sandbox.StorePath, "store.db"), OpenMode.Read, TimeSpan.FromSeconds(5));
        var cache = new ExecutionCache();

        Assert.Equal(1, cache.Load(connection, StoreSandbox.NewRun("run1").PipelineType));
        Assert.Equal("run1", cache.Find(StoreSandbox.KeyOf("key"))?.RunId);
        Assert.Null(cache.Find(StoreSandbox.KeyOf("other")));
    }

    [Fact]
    public async Task One_reader_after_another_uses_one_connection()
    {
        await _sandbox.Open().DisposeAsync();
        var path = Path.Combine(_sandbox.StorePath, "store.db");
        var opened = 0;
        using var readers = new ReaderPool(
            new DatabaseFile(path),
            () =>
            {
                opened++;
                return Connection.Open(path, OpenMode.Read, TimeSpan.FromSeconds(5));
            }
        );

        Assert.Equal(0, readers.Read(static connection => connection.QueryInt64("SELECT count(*) FROM runs")));
        Assert.Equal(0, readers.Read(static connection => connection.QueryInt64("SELECT count(*) FROM runs")));

        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task A_files_hash_is_found_only_for_its_path_and_every_field_of_its_stamp()
    {
        await _sandbox.Open().DisposeAsync();
        var path = Path.Combine(_sandbox.StorePath, "store.db");
        var file = new DatabaseFile(path);
        using var readers = new ReaderPool(file, () => Connection.Open(path, OpenMode.Read, TimeSpan.FromSeconds(5)));
        var queue = new WriteQueue(() =>
            new StoreWriter(Connection.Open(path, OpenMode.Write, TimeSpan.FromSeconds(5)), file, CancellationToken.None)
        );
        var cache = new FileHashCache(readers, () => queue);
        var stamp = new FileStamp(1, 2, 3, 4);
        var hash = ContentHash.Of("file"u8);
        cache.Add("/a", stamp, ContentHash.Of("old"u8));
        cache.Add("/a", stamp, hash);
        await queue.DisposeAsync();

        Assert.True(cache.TryFind("/a", stamp, out var found));
        Assert.Equal(hash, found);
        Assert.False(cache.TryFind("/b", stamp, out _));
        FileStamp[] others =
        [
            stamp with
            {
                Length = 9,
            },
            stamp with
            {
                Modified = 9,
            },
            stamp with
            {
                Changed = 9,
            },
            stamp with
            {
                Inode = 9,
            },
            new FileStamp(4, 3, 2, 1),
        ];
        Assert.All(others, other => Assert.False(cache.TryFind("/a", other, out _)));
        new FileHashCache(readers, queue: null).Add("/c", stamp, hash);
        Assert.False(cache.TryFind("/c", stamp, out _));
    }

    [Theory]
    [InlineData(0, 0, -1, false)]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 1, true)]
    [InlineData(1, 0, 1, false)]
    [InlineData(0, 1, 1, false)]
    [InlineData(-9, 0, 1, true)]
    public void A_stamp_is_trusted_when_both_of_its_times_are_older_than_any_clocks_step(
        int modified,
        int changed,
        int later,
        bool isSettled
    )
    {
        const long Step = 2_000_000_000;
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var settled = ((now - DateTimeOffset.UnixEpoch).Ticks * 100) - Step;

        Assert.Equal(
            isSettled,
            new FileStamp(1, settled + (modified * 100) - (later * 100), settled + (changed * 100) - (later * 100), 1).IsSettled(now)
        );
    }
}
