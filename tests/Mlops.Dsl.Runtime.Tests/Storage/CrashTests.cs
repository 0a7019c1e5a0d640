using System.Collections.Concurrent;
using System.Globalization;
using Mlops.Dsl.CrashChild;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using SQLitePCL;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Programs that use a store are killed at random moments; what is left must keep every promise.</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly int Kills = Sweep.Seeds(200).Count();
    private const int Killers = 2;
    private readonly StoreSandbox _sandbox = new();
    private readonly ConcurrentBag<string> _told = [];

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Killing_programs_that_commit_loses_nothing_that_they_told()
    {
        await Task.WhenAll(Enumerable.Range(0, Killers).Select(KillAsync));

        // Otherwise the programs were killed before they did anything worth losing.
        Assert.InRange(_told.Count(static line => line.StartsWith("committed", StringComparison.Ordinal)), 5 * Kills, int.MaxValue);
        await VerifyAsync();
    }

    [Fact]
    public async Task A_store_whose_making_was_cut_short_is_completed()
    {
        var random = new Random(5);
        for (var kill = 0; kill < 20; kill++)
        {
            var path = Path.Combine(_sandbox.Root, string.Create(CultureInfo.InvariantCulture, $"store{kill}"));
            using var child = new ChildProcess(path, "commit", "child");
            while (!Directory.Exists(path) && !child.Output.IsCompleted)
            {
                await Task.Delay(1);
            }

            await Task.Delay(random.Next(25));
            await child.KillAsync();

            await using var store = SqliteStore.Open(path);
            await StoreSandbox.CommitAsync(store, "after", "Stage", "key", [1]);
            Assert.Contains(
                await store.Runs.GetRunsAsync(new RunFilter()),
                static run => run is { Id: "after", Status: RunStatus.Succeeded }
            );
        }
    }

    [Fact]
    public async Task Killing_gc_loses_nothing_that_is_kept()
    {
        const int Runs = 30;
        const int Kept = 10;
        var random = new Random(11);
        for (var round = 0; round < 5; round++)
        {
            await using (var store = _sandbox.Open())
            {
                for (var i = 0; i < Runs; i++)
                {
                    var key = string.Create(CultureInfo.InvariantCulture, $"{round}-{i:00}/0");
                    await StoreSandbox.CommitAsync(store, key[..^2], "Stage", key, CrashContent.BytesOf(key));
                }
            }

            for (var kill = 0; kill < 4; kill++)
            {
                using var child = new ChildProcess(_sandbox.StorePath, "collect", Kept.ToString(CultureInfo.InvariantCulture));
                await child.WaitForLinesAsync(1);
                await Task.Delay(random.Next(60));
                await child.KillAsync();
                for (var i = Runs - Kept; i < Runs; i++)
                {
                    _told.Add(string.Create(CultureInfo.InvariantCulture, $"committed {round}-{i:00}/0"));
                }

                await VerifyAsync();
                _told.Clear();
            }
        }

        await using var last = _sandbox.Open();
        await last.CollectAsync(new RetentionPolicy { KeepLast = Kept }, dryRun: false);
        Assert.Equal(Kept, (await last.Runs.GetRunsAsync(new RunFilter())).Count);
    }

    public void Dispose() => _sandbox.Dispose();

    private async Task KillAsync(int killer)
    {
        var random = new Random(killer);
        for (var i = 0; i < Kills / Killers; i++)
        {
            using var child = new ChildProcess(
                _sandbox.StorePath,
                "commit",
                string.Create(CultureInfo.InvariantCulture, $"child{killer}x{i:000}")
            );
            if (random.Next(5) == 0)
            {
                // While the runtime starts, and the store is made, opened or swept.
                await Task.Delay(random.Next(200));
            }
            else
            {
                // After a few commits or in the middle of many, in the first run or a later one.
                await child.WaitForLinesAsync(1 + random.Next(30));
                await Task.Delay(random.Next(4));
            }

            foreach (var line in await child.KillAsync())
            {
                _told.Add(line);
            }
        }
    }

    private async Task VerifyAsync()
    {
        await using var store = _sandbox.Open();
        foreach (var line in _told)
        {
            await VerifyAsync(store, line.Split(' '));
        }

        await VerifyRunsAsync(store);
        VerifyFiles();
        VerifyDatabase();
    }

    private static async Task VerifyAsync(IStore store, string[] line)
    {
        if (line is ["committed", var committed])
        {
            await VerifyCommitAsync(store, committed);
        }
        else if (line is ["published", var version, var published])
        {
            await VerifyCommitAsync(store, published);
            var entry = (await store.Runs.GetPublishedAsync("model")).Single(entry =>
                entry.Version == int.Parse(version, CultureInfo.InvariantCulture)
            );
            Assert.Equal(ContentHash.Of(CrashContent.BytesOf(published)), entry.Artifact.Hash);
        }
        else if (line is ["began", var began])
        {
            Assert.Single(await store.Runs.GetRunsAsync(new RunFilter { IdPrefix = began }), run => run.Id == began);
        }
        else if (line is ["finished", var finished])
        {
            Assert.Equal(
                RunStatus.Succeeded,
                (await store.Runs.GetRunsAsync(new RunFilter { IdPrefix = finished })).Single(run => run.Id == finished).Status
            );
        }
    }

    private static async Task VerifyCommitAsync(IStore store, string key)
    {
        var found = await store.Runs.FindExecutionAsync(CrashContent.KeyOf(key));
        Assert.NotNull(found);
        Assert.Equal(CrashContent.BytesOf(key), await StoreSandbox.ReadAsync(store, found.Outputs[0].Hash));
        Assert.Contains(await store.Runs.GetResultsAsync(found.RunId), result => result.Execution == found.Execution);
    }

    // Also what nobody was told of is either whole or absent.
    private static async Task VerifyRunsAsync(IStore store)
    {
        foreach (var run in await store.Runs.GetRunsAsync(new RunFilter()))
        {
            Assert.True(run.Status is RunStatus.Succeeded or RunStatus.Interrupted, $"Run {run.Id} is {run.Status}.");
            foreach (var execution in await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = run.Id }))
            {
                Assert.True(store.Artifacts.Exists(Assert.Single(execution.Outputs).Artifact));
            }
        }
    }

    private void VerifyFiles()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_sandbox.StorePath, "objects"), "*", SearchOption.AllDirectories))
        {
            Assert.Equal(_sandbox.ObjectPath(ContentHash.Of(File.ReadAllBytes(file))), file);
        }

        Assert.All(_sandbox.TemporaryFiles(), static file => Assert.Contains($"{Environment.ProcessId}-", file, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "runs")));
        Assert.Empty(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "quarantine")));
    }

    private void VerifyDatabase()
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(_sandbox.StorePath, "store.db"), out var database));
        using (database)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(database, "PRAGMA integrity_check", out var check));
            using (check)
            {
                Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(check));
                Assert.Equal("ok", raw.sqlite3_column_text(check, 0).utf8_to_string());
            }
        }
    }
}
