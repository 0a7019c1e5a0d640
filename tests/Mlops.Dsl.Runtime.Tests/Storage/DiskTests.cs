using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Disks without room and disks that can't be written: small memory disks, which only root on Linux can mount.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_gives_a_clear_error_and_loses_nothing_that_was_committed()
    {
        using var disk = new MemoryDisk("3m");
        var committed = new List<string>();
        await using (var store = SqliteStore.Open(Path.Combine(disk.Path, "store")))
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
            var exception = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    // Both ways onto the disk: small ones into the database, others into files.
                    var artifact = await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(i % 3 == 0 ? 60_000 : 9_000, i));
                    await (
                        await run.CommitAsync(StoreSandbox.NewExecution($"Stage{i}", $"key{i}", artifact) with { Position = i })
                    ).Durable;
                    committed.Add($"key{i}");
                }
            });
            Assert.Equal(StoreProblem.Full, exception.Problem);
            Assert.Contains("full", exception.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(committed);
        await using var again = SqliteStore.Open(Path.Combine(disk.Path, "store"), new StoreOptions { ReadOnly = true });
        foreach (var key in committed)
        {
            var found = await again.Runs.FindExecutionAsync(StoreSandbox.KeyOf(key));
            Assert.NotEmpty(await StoreSandbox.ReadAsync(again, found!.Outputs[0].Hash));
        }
    }

    [Fact]
    public async Task Room_on_the_disk_is_used_again()
    {
        using var disk = new MemoryDisk("3m");
        await using var store = SqliteStore.Open(Path.Combine(disk.Path, "store"));
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        await disk.FillAsync();
        var artifact = new Func<Task<StoredArtifact>>(() => StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(200_000)));
        Assert.Equal(StoreProblem.Full, (await Assert.ThrowsAsync<StoreException>(artifact)).Problem);
        disk.Empty();

        await (await run.CommitAsync(StoreSandbox.NewExecution("Stage", "key", await artifact()))).Durable;
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
    }

    [Fact]
    public async Task A_store_on_a_full_disk_can_be_read()
    {
        using var disk = new MemoryDisk("3m");
        var path = Path.Combine(disk.Path, "store");
        await using (var store = SqliteStore.Open(path))
        {
            await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", [1]);
        }

        await disk.FillAsync();
        await using var reading = SqliteStore.Open(path, new StoreOptions { ReadOnly = true });
        Assert.NotNull(await reading.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
    }

    [Fact]
    public async Task A_read_only_disk_can_be_read_and_refuses_runs()
    {
        using var disk = new MemoryDisk("50%");
        var path = Path.Combine(disk.Path, "100% of a store #1?");
        await using (var store = SqliteStore.Open(path))
        {
            await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", StoreSandbox.RandomBytes(40_000));
        }

        disk.Remount("ro");

        await using (var reading = SqliteStore.Open(path, new StoreOptions { ReadOnly = true }))
        {
            var found = await reading.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key"));
            Assert.Equal(40_000, (await StoreSandbox.ReadAsync(reading, found!.Outputs[0].Hash)).Length);
        }

        var exception = Assert.Throws<StoreException>(() => SqliteStore.Open(path));
        Assert.Equal(StoreProblem.ReadOnly, exception.Problem);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gc_makes_room_on_a_full_disk_with_files_that_no_record_names()
    {
        using var disk = new MemoryDisk("3m");
        var path = Path.Combine(disk.Path, "store");
        await using var store = SqliteStore.Open(path);
        for (var i = 0; i < 20; i++)
        {
            await StoreSandbox.CommitAsync(store, $"run{i}", $"Stage{i}", $"key{i}", StoreSandbox.RandomBytes(20_000, i));
        }

        // A run that is killed between an artifact and its record leaves this.
        await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(400_000));
        await disk.FillAsync();

        var report = await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false, TestContext.Current.CancellationToken);

        Assert.Equal((19, 20), (report.Runs.Count, report.Artifacts));
        Assert.Equal(
            20_000,
            (
                await StoreSandbox.ReadAsync(
                    store,
                    (await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key19"), TestContext.Current.CancellationToken))!
                        .Outputs[0]
                        .Hash
                )
            ).Length
        );
    }
}
