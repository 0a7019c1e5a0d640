using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>A host of the engine passes the store that it has open.</summary>
public sealed class HostedStoreTests
{
    [Fact]
    public async Task A_run_is_kept_in_the_store_that_is_passed_which_stays_open()
    {
        using var folder = new TestStore();
        await using var store = SqliteStore.Open(folder.Path);
        var graph = new Graph();
        var answer = graph.Add("Answer", [], static _ => 42);

        await using (var first = await folder.RunAsync(graph, options => options with { Store = store, StorePath = null }))
        {
            Assert.Equal(42, first.GetOutput<long>(answer, 0));
            Assert.Equal(StageOutcome.Executed, first.Stages[answer].Outcome);
        }

        await using var second = await folder.RunAsync(graph, options => options with { Store = store, StorePath = "/nowhere/at/all" });

        Assert.Equal(StageOutcome.Reused, second.Stages[answer].Outcome);
        Assert.Equal(2, (await store.Runs.GetRunsAsync(new RunFilter(), TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_location_names_the_store_as_a_path_does()
    {
        using var folder = new TestStore();
        var graph = new Graph();
        graph.Add("Answer", [], static _ => 42);

        await using var report = await folder.RunAsync(graph, options => options with { StorePath = $"sqlite:{folder.Path}" });

        Assert.True(report.Succeeded);
        await using var store = SqliteStore.Open(folder.Path, new StoreOptions { ReadOnly = true });
        Assert.Equal(report.RunId, Assert.Single(await store.Runs.GetRunsAsync(new RunFilter(), TestContext.Current.CancellationToken)).Id);
    }
}
