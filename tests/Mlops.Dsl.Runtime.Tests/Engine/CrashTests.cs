using Mlops.Dsl.Runtime.Tests.Engine.Support;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>Kills runs with SIGKILL at random moments, resumes them until they come through, and checks what the engine promises.</summary>
public sealed class CrashTests
{
    private static readonly int Kills = Sweep.Seeds(200).Count();

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Killed_runs_resume_from_their_last_commit_and_come_to_the_undisturbed_result()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("mlops-crash-");
        var random = new Random(4711);
        var undisturbed = Path.Combine(folder.FullName, "undisturbed");
        Assert.True(
            await CrashRun.StartAsync(
                undisturbed,
                Path.Combine(folder.FullName, "undisturbed.txt"),
                resumeOf: null,
                killAfter: null,
                cancellationToken
            )
        );
        var expected = await ReadOutputsAsync(undisturbed);
        var duration = await MeasureAsync(folder.FullName, cancellationToken);
        var kills = 0;
        for (var story = 0; kills < Kills; story++)
        {
            var store = Path.Combine(folder.FullName, $"store{story}");
            var ledger = Path.Combine(folder.FullName, $"ledger{story}.txt");

            // Later starts find more of the work done, so most stories need several kills.
            while (
                !await CrashRun.StartAsync(
                    store,
                    ledger,
                    new CrashLedger(ledger).LatestRun,
                    random.NextDouble() * duration,
                    cancellationToken
                )
            )
            {
                kills++;
                new CrashLedger(ledger).Verify();
            }

            new CrashLedger(ledger).Verify();
            Assert.Equal(expected, await ReadOutputsAsync(store));
            await CheckRunsAsync(store);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<TimeSpan> MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        Assert.True(
            await CrashRun.StartAsync(
                Path.Combine(folder, "measured"),
                Path.Combine(folder, "measured.txt"),
                resumeOf: null,
                killAfter: null,
                cancellationToken
            )
        );
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>The content of every output of the latest run, each opened, so that its bytes are checked against its hash.</summary>
    private static async Task<List<string>> ReadOutputsAsync(string path)
    {
        await using var store = SqliteStore.Open(path, new StoreOptions { ReadOnly = true });
        var run = Assert.Single(await store.Runs.GetRunsAsync(new RunFilter { Limit = 1 }, TestContext.Current.CancellationToken));
        Assert.Equal(RunStatus.Succeeded, run.Status);
        var outputs = new List<string>();
        foreach (var result in await store.Runs.GetResultsAsync(run.Id, TestContext.Current.CancellationToken))
        {
            var executions = await store.Runs.GetExecutionsAsync(
                new ExecutionFilter { Execution = result.Execution },
                TestContext.Current.CancellationToken
            );
            foreach (var (name, artifact) in Assert.Single(executions).Outputs)
            {
                Assert.True(store.Artifacts.Exists(artifact));
                using var content = await store.Artifacts.OpenAsync(artifact.Hash, TestContext.Current.CancellationToken);
                outputs.Add($"{name} {artifact.Hash}");
            }
        }

        return outputs;
    }

    /// <summary>
    /// All runs but the last are told to be interrupted (or had succeeded when the kill came), and one entry was published.
    /// </summary>
    private static async Task CheckRunsAsync(string path)
    {
        await using var store = SqliteStore.Open(path, new StoreOptions { ReadOnly = true });
        var runs = await store.Runs.GetRunsAsync(new RunFilter(), TestContext.Current.CancellationToken);
        Assert.All(
            runs.Skip(1),
            static run => Assert.True(run.Status is RunStatus.Interrupted or RunStatus.Succeeded, $"run {run.Id} is {run.Status}")
        );
        Assert.Equal(
            1,
            Assert.Single(await store.Runs.GetPublishedAsync(cancellationToken: TestContext.Current.CancellationToken)).Version
        );
    }
}
