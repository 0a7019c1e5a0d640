using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Storage.Sqlite.Local;
using SQLitePCL;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Two open stores on one folder lock each other out just as two processes do.</summary>
public sealed class TwoStoresTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task What_one_commits_the_other_finds()
    {
        await using var first = _sandbox.Open();
        await using var second = _sandbox.Open();
        var content = StoreSandbox.RandomBytes(50_000);
        var artifact = await StoreSandbox.CommitAsync(first, "run", "Stage", "key", content);

        Assert.Equal([artifact.Reference], (await second.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")))!.Outputs);
        Assert.Equal(content, await StoreSandbox.ReadAsync(second, artifact.Hash));
    }

    [Fact]
    public async Task Many_commits_at_once_are_all_kept()
    {
        const int Commits = 500;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            async (number, cancellation) =>
            {
                await using var store = _sandbox.Open();
                await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun($"run{number}"), cancellation);
                var pending = new List<Task>();
                for (var i = 0; i < Commits; i++)
                {
                    var artifact = await StoreSandbox.StageAsync(store, [(byte)i, (byte)number]);
                    pending.Add(
                        (
                            await run.CommitAsync(
                                StoreSandbox.NewExecution($"Stage{i}", $"{number}/{i}", artifact) with
                                {
                                    Position = i,
                                },
                                cancellation
                            )
                        ).Durable
                    );
                }

                await Task.WhenAll(pending);
                await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UnixEpoch);
            }
        );

        await using var again = _sandbox.Open();
        var runs = await again.Runs.GetRunsAsync(new RunFilter());
        Assert.Equal(4, runs.Count);
        Assert.All(runs, static run => Assert.Equal(Commits, run.Outcomes.Executed));
        Assert.NotNull(await again.Runs.FindExecutionAsync(StoreSandbox.KeyOf("3/499")));
    }

    [Fact]
    public async Task Stores_that_open_and_close_at_once_disturb_nobody()
    {
        // The first ones also make the store, and each sweeps what it takes for the remains of a dead process.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, _) =>
            {
                await using var store = _sandbox.Open();
            }
        );

        var left = Directory.GetFileSystemEntries(new StoreFolder(_sandbox.StorePath).Temporary);
        Assert.Empty(left);
    }

    [Fact]
    public async Task A_run_waits_for_gc()
    {
        await using var store = _sandbox.Open();
        var folder = new StoreFolder(_sandbox.StorePath);
        var collecting = FileLock.TryTake(folder.UseLock, shared: false)!;
        var beginning = Task.Run(() => store.Runs.BeginRunAsync(StoreSandbox.NewRun()));
        await Task.Delay(100);
        Assert.False(beginning.IsCompleted);

        collecting.Dispose();
        await using var run = await beginning;
    }

    [Fact]
    public async Task What_another_gc_removed_is_written_again()
    {
        await using var store = _sandbox.Open();
        await StoreSandbox.CommitAsync(store, "run1", "Stage", "key1", [1]);
        await StoreSandbox.CommitAsync(store, "run2", "Other", "key2", [2]);
        await using (var other = _sandbox.Open())
        {
            Assert.Equal(["run1"], (await other.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false)).Runs);
        }

        await StoreSandbox.CommitAsync(store, "run3", "Stage", "key1", [1]);

        var execution = Assert.Single(await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = "run3" }));
        Assert.Equal("Stage", execution.Stage);
        Assert.Equal([1], await StoreSandbox.ReadAsync(store, execution.Outputs[0].Artifact.Hash));
    }

    [Fact]
    public async Task Who_waits_is_told_once_after_a_second_for_whom()
    {
        var told = new List<string>();
        var options = new StoreOptions { BusyTimeout = TimeSpan.FromSeconds(2), Waiting = told.Add };
        await using var store = SqliteStore.Open(_sandbox.StorePath, options);
        Assert.Empty(told);
        using (FileLock.TryTake(new StoreFolder(_sandbox.StorePath).UseLock, shared: false)!)
        {
            await Assert.ThrowsAsync<StoreException>(() => store.Runs.BeginRunAsync(StoreSandbox.NewRun()));
        }

        Assert.Equal($"The store at '{_sandbox.StorePath}' is locked by a 'gc'; waiting up to 2 s for it to end.", Assert.Single(told));
        told.Clear();
        using (FileLock.TryTake(new StoreFolder(_sandbox.StorePath).OpenLock, shared: false)!)
        {
            await Assert.ThrowsAsync<StoreException>(() => store.Runs.BeginRunAsync(StoreSandbox.NewRun()));
            Assert.Throws<StoreException>(() => SqliteStore.Open(_sandbox.StorePath, options));
        }

        var busy =
            $"The store at '{_sandbox.StorePath}' is locked by another process that opens or sweeps it; waiting up to 2 s for that to end.";
        Assert.Equal([busy, busy], told);
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun());
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task A_gc_that_does_not_end_is_reported()
    {
        await using var store = SqliteStore.Open(_sandbox.StorePath, new StoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        using var collecting = FileLock.TryTake(new StoreFolder(_sandbox.StorePath).UseLock, shared: false)!;

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.Runs.BeginRunAsync(StoreSandbox.NewRun()));
        Assert.Equal(StoreProblem.Locked, exception.Problem);
        Assert.Contains("gc", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_stays_locked_is_reported_and_loses_nothing()
    {
        await using var store = SqliteStore.Open(_sandbox.StorePath, new StoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", [1]);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(_sandbox.StorePath, "store.db"), out var other));
        using (other)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "BEGIN IMMEDIATE"));
            var exception = await Assert.ThrowsAsync<StoreException>(() => store.Runs.BeginRunAsync(StoreSandbox.NewRun("run2")));
            Assert.Equal(StoreProblem.Locked, exception.Problem);
            Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
        }

        await StoreSandbox.CommitAsync(store, "run3", "Stage", "key3", [3]);
    }

    [Fact]
    public async Task Temporary_files_of_the_living_are_not_swept()
    {
        await using var first = _sandbox.Open();
        using var staging = first.Artifacts.Stage();
        staging.Content.Write(new byte[40_000]);
        var before = _sandbox.TemporaryFiles();

        await using (_sandbox.Open())
        {
            Assert.Superset(before.ToHashSet(), _sandbox.TemporaryFiles().ToHashSet());
        }

        var artifact = await staging.CompleteAsync();
        Assert.True(first.Artifacts.Exists(artifact.Reference));
    }

    [Fact]
    public async Task What_the_dead_left_is_swept()
    {
        await using (_sandbox.Open()) { }

        var dead = Path.Combine(_sandbox.StorePath, "tmp", "4711-dead");
        Directory.CreateDirectory(dead);
        await File.WriteAllBytesAsync(Path.Combine(dead, "1"), new byte[1000]);
        await File.WriteAllTextAsync(dead + ".lock", "");
        await File.WriteAllTextAsync(Path.Combine(_sandbox.StorePath, "runs", "dead-run.lock"), "");

        await using var store = _sandbox.Open();

        Assert.False(Directory.Exists(dead));
        Assert.False(File.Exists(dead + ".lock"));
        Assert.Empty(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "runs")));
    }

    public void Dispose() => _sandbox.Dispose();
}
