using Mlops.Dsl.Runtime.Tests.Engine.Support;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>Processes that run pipelines on one store at once, of which some are killed, while this one collects garbage.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private const int Kills = 12;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-two-");
    private readonly Random _random = new(4711);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_pipeline_at_once_comes_to_one_result()
    {
        var store = Path.Combine(_folder.FullName, "store");

        var succeeded = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => CrashRun.StartAsync(store, Ledger(store, $"{i}"), resumeOf: null, killAfter: null, Token))
        );

        Assert.Equal([true, true, true], succeeded);

        await StoreCheck.VerifyAsync(store);
        await using var reading = SqliteStore.Open(store, new StoreOptions { ReadOnly = true });
        Assert.Equal(3, (await reading.Runs.GetRunsAsync(new RunFilter(), Token)).Count(static run => run.Status == RunStatus.Succeeded));
        Assert.Equal(1, Assert.Single(await reading.Runs.GetPublishedAsync(cancellationToken: Token)).Version);
        Assert.Single((await OutputsOfRunsAsync(reading)).Distinct());
    }

    [Theory]
    [InlineData("crash", "crash", null)]
    [InlineData("crash", "another", 1)]
    public async Task The_one_that_is_not_killed_succeeds_and_the_killed_one_resumes(string killed, string survivor, int? keepLast)
    {
        var duration = await MeasureAsync();
        var kills = 0;
        for (var story = 0; kills < Kills; story++)
        {
            var store = Path.Combine(_folder.FullName, $"store{story}");
            bool hasEnded;
            do
            {
                using var runsEnd = CancellationTokenSource.CreateLinkedTokenSource(Token);
                var collecting = CollectAsync(store, keepLast, runsEnd.Token);
                var surviving = CrashRun.StartAsync(store, Ledger(store, "survivor"), resumeOf: null, killAfter: null, Token, survivor);
                var dying = CrashRun.StartAsync(
                    store,
                    Ledger(store, "killed"),
                    LatestRun(store),
                    _random.NextDouble() * duration,
                    Token,
                    killed
                );
                await Task.WhenAny(Task.WhenAll(surviving, dying));
                await runsEnd.CancelAsync();
                await collecting;
                Assert.True(await surviving);
                hasEnded = await dying;
                kills += hasEnded ? 0 : 1;
            } while (!hasEnded);

            await VerifyAsync(store, killed, survivor);
        }
    }

    [Fact]
    public async Task A_store_that_is_opened_twice_in_a_process_stays_locked_against_others()
    {
        var path = Path.Combine(_folder.FullName, "store");
        await using (var store = SqliteStore.Open(path))
        {
            await StoreSandbox.CommitAsync(store, "before", "Stage", "key1", [1]);
            await using (var second = SqliteStore.Open(path, new StoreOptions { ReadOnly = true }))
            {
                // The operating system drops a process's locks on a file when any handle of it is closed. SQLite's are not to be lost so:
                // another process would take itself for the last one, and remove the log that this one writes to.
                Assert.NotNull(await second.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key1"), Token));
            }

            Assert.True(await CrashRun.StartAsync(path, Ledger(path, "first"), resumeOf: null, killAfter: null, Token));
            await StoreSandbox.CommitAsync(store, "between", "Stage", "key2", [2]);
            Assert.True(await CrashRun.StartAsync(path, Ledger(path, "second"), resumeOf: null, killAfter: null, Token));
        }

        await StoreCheck.VerifyAsync(path);
        await using var again = SqliteStore.Open(path, new StoreOptions { ReadOnly = true });
        Assert.Equal(4, (await again.Runs.GetRunsAsync(new RunFilter(), Token)).Count(static run => run.Status == RunStatus.Succeeded));
        Assert.NotNull(await again.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key1"), Token));
        Assert.NotNull(await again.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key2"), Token));
    }

    /// <summary>Collects garbage again and again; it is refused while a run is live, and never disturbs one.</summary>
    private static async Task CollectAsync(string path, int? keepLast, CancellationToken stop)
    {
        // Only a run makes a store.
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(5, CancellationToken.None);
            if (!File.Exists(Path.Combine(path, "store.db")))
            {
                continue;
            }

            try
            {
                await using var store = SqliteStore.Open(path);
                await store.CollectAsync(new RetentionPolicy { KeepLast = keepLast }, dryRun: false, CancellationToken.None);
            }
            catch (StoreException exception)
            {
                Assert.Equal(StoreProblem.Locked, exception.Problem);
            }
        }
    }

    /// <summary>
    /// All that was committed is whole; what the engine said is kept was not called again; another run of each has nothing left to do.
    /// </summary>
    private static async Task VerifyAsync(string store, params string[] pipelines)
    {
        await StoreCheck.VerifyAsync(store);
        foreach (var pipeline in pipelines.Distinct())
        {
            var ledger = new CrashLedger(Ledger(store, $"again {pipeline}"));
            Assert.True(await CrashRun.StartAsync(store, ledger.Path, resumeOf: null, killAfter: null, Token, pipeline));
            Assert.Empty(ledger.Called.Except(CrashLedger.NeverReused));
        }

        new CrashLedger(Ledger(store, "killed")).Verify();
        new CrashLedger(Ledger(store, "survivor")).Verify();
    }

    private static async Task<List<string>> OutputsOfRunsAsync(IStore store)
    {
        var runs = new List<string>();
        foreach (var run in await store.Runs.GetRunsAsync(new RunFilter(), Token))
        {
            var outputs = new List<string>();
            foreach (var result in await store.Runs.GetResultsAsync(run.Id, Token))
            {
                var execution = Assert.Single(
                    await store.Runs.GetExecutionsAsync(new ExecutionFilter { Execution = result.Execution }, Token)
                );
                outputs.AddRange(execution.Outputs.Select(output => $"{result.Stage}.{output.Name} {output.Artifact.Hash}"));
            }

            runs.Add(string.Join('\n', outputs));
        }

        return runs;
    }

    private async Task<TimeSpan> MeasureAsync()
    {
        // Two at once take longer than one.
        var store = Path.Combine(_folder.FullName, "measured");
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(
            Enumerable.Range(0, 2).Select(i => CrashRun.StartAsync(store, Ledger(store, $"{i}"), resumeOf: null, killAfter: null, Token))
        );
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static string? LatestRun(string store) => new CrashLedger(Ledger(store, "killed")).LatestRun;

    private static string Ledger(string store, string name) => $"{store} {name}.txt";
}
