using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Engine.Support;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What must be durable before what: seen by a recorder that writes down the order, with a disk that takes its time.</summary>
public sealed class CommitOrderTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task An_effect_is_called_when_all_that_it_depends_on_is_durable()
    {
        await using var inner = SqliteStore.Open(_store.Path);
        var recording = new RecordingStore(inner) { BeforeDurable = SlowDisk };
        var graph = new Graph();
        graph.Add("Data", [], Called(recording, "Data"));
        graph.Add("Before", [], Called(recording, "Before"));
        graph.AddGate("Good", 0, static _ => new GateResult(true, "good"));
        graph.Add("Model", [0], Called(recording, "Model"));
        graph.Add(
            "Send",
            [Graph.Input(3)],
            [],
            _ => recording.Note("called Send"),
            static stage => new LambdaStage(stage) { After = [1], Conditions = [new StageCondition("Good", true, 2)] }
        );

        await using var report = await RecordedRun.RunAsync(_store, recording, graph);

        Assert.Equal(RunStatus.Succeeded, report.Status);
        Assert.All((string[])["Before", "Good", "Model"], stage => InOrder(recording, $"durable {stage}", "called Send"));
        InOrder(recording, "called Send", "commit Send", "durable Send", "finish Succeeded");

        // What only computes does not wait for the disk.
        InOrder(recording, "commit Data", "called Model", "durable Data");
    }

    [Fact]
    public async Task A_stage_is_told_finished_when_its_commit_is_durable_and_the_run_when_all_are()
    {
        await using var inner = SqliteStore.Open(_store.Path);
        var recording = new RecordingStore(inner) { BeforeDurable = SlowDisk };
        var graph = new Graph();
        graph.Add("A", [], static _ => 1);
        graph.Add("B", [0], static values => values[0] + 1);
        graph.AddGate("Bad", 0, static _ => new GateResult(false, "bad"));
        graph.Add(
            "Skipped",
            [],
            static _ => 0,
            static stage => new LambdaStage(stage) { Conditions = [new StageCondition("Bad", true, 2)] }
        );

        await using var report = await RecordedRun.RunAsync(_store, recording, graph, new Watcher(recording));

        Assert.All(
            (string[])["A", "B"],
            stage => InOrder(recording, $"commit {stage}", $"durable {stage}", $"told {stage}", "finish Refused")
        );
        InOrder(recording, "result Skipped Skipped", "finish Refused");
    }

    [Fact]
    public async Task What_is_published_and_the_elements_of_a_fan_out_are_durable_before_the_stage_is_done()
    {
        await using var inner = SqliteStore.Open(_store.Path);
        var recording = new RecordingStore(inner) { BeforeDurable = SlowDisk };
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], static call => call.SetOutput(0, new List<long> { 1, 2 }));
        graph.AddForEach("Each", 0, static (_, item) => item);
        graph.Add(
            "Sum",
            [Graph.Input(1)],
            [Graph.Long("Sum")],
            call =>
            {
                recording.Note("called Sum");
                call.SetOutput(0, call.GetInput<IReadOnlyList<long>>(0).Sum());
            }
        );
        graph.Add(
            "Release",
            [2],
            static values => values[0],
            static stage => new LambdaStage(stage) { Kind = StageKind.Publish, PublishName = "model" }
        );
        graph.Add("After", [3], values => Called(recording, "After")(values));

        await using var report = await RecordedRun.RunAsync(_store, recording, graph);

        Assert.Equal(1, Assert.Single(report.Published).Version);
        InOrder(recording, "commit Each[0]", "commit Each", "durable Each", "called Sum");
        InOrder(recording, "commit Each[1]", "commit Each", "durable Each", "called Sum");
        InOrder(recording, "durable Release", "called After");
    }

    [Fact]
    public async Task A_commit_that_is_lost_ends_the_run_and_is_no_success()
    {
        await using var inner = SqliteStore.Open(_store.Path);
        var recording = new RecordingStore(inner)
        {
            BeforeDurable = static commit =>
                commit.Stage == "Lost" ? throw new StoreException(StoreProblem.Full, "no room") : Task.CompletedTask,
        };
        var graph = new Graph();
        graph.Add("Lost", [], static _ => 1);
        graph.Add("Send", [Graph.Input(0)], [], _ => recording.Note("called Send"));

        var exception = await Assert.ThrowsAsync<StoreException>(() => RecordedRun.RunAsync(_store, recording, graph));

        Assert.Equal(StoreProblem.Full, exception.Problem);
        Assert.DoesNotContain("called Send", recording.Events);
        Assert.DoesNotContain(recording.Events, static happened => happened.StartsWith("finish", StringComparison.Ordinal));
        Assert.Equal(RunStatus.Interrupted, Assert.Single(await inner.Runs.GetRunsAsync(new RunFilter())).Status);
    }

    /// <summary>The whole way to the disk: a write that the database refuses, after which the run is said to have succeeded.</summary>
    [Fact]
    public async Task A_run_of_which_a_write_was_lost_can_not_be_finished()
    {
        await using var store = SqliteStore.Open(_store.Path);
        await using (var run = await store.Runs.BeginRunAsync(Storage.StoreSandbox.NewRun("run1")))
        {
            var lost = await run.CommitAsync(Storage.StoreSandbox.NewExecution(null!));
            await run.CommitAsync(Storage.StoreSandbox.NewExecution("Kept"));

            var exception = await Assert.ThrowsAnyAsync<Exception>(() =>
                run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UnixEpoch)
            );

            Assert.Same(exception, (await Record.ExceptionAsync(() => lost.Durable))!);
        }

        Assert.Equal(RunStatus.Interrupted, Assert.Single(await store.Runs.GetRunsAsync(new RunFilter())).Status);
        Assert.Equal("Kept", Assert.Single(await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = "run1" })).Stage);
    }

    private static Task SlowDisk(ExecutionCommit commit) => Task.Delay(TimeSpan.FromMilliseconds(30));

    private static Func<long[], long> Called(RecordingStore recording, string stage) =>
        values =>
        {
            recording.Note($"called {stage}");
            return values.Sum();
        };

    /// <summary>These happened, each once, in this order.</summary>
    private static void InOrder(RecordingStore recording, params string[] expected) =>
        Assert.Equal(expected, recording.Events.Where(expected.Contains));

    private sealed class Watcher(RecordingStore recording) : IRunObserver
    {
        public void StageFinished(StageReport report) => recording.Note($"told {report.Stage.Name}");
    }
}
