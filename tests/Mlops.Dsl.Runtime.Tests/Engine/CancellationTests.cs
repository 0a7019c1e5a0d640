using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class CancellationTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_committed_and_can_be_resumed()
    {
        using var cancel = new CancellationTokenSource();
        var isFirst = true;
        var executed = new List<string>();
        var graph = new Graph();
        graph.Add("Before", [], _ => Note(executed, "Before"));
        graph.AddAsync(
            "Long",
            [Graph.Input(0)],
            [Graph.Long("Long")],
            async call =>
            {
                if (isFirst)
                {
                    await cancel.CancelAsync();
                    await Task.Delay(Timeout.Infinite, call.CancellationToken);
                }

                call.SetOutput(0, Note(executed, "Long"));
            }
        );
        graph.Add("After", [1], _ => Note(executed, "After"));

        var first = await _store.RunAsync(graph, cancellationToken: cancel.Token);
        isFirst = false;
        var second = await _store.RunAsync(
            graph,
            options => options with { ResumeOf = first.RunId },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Cancelled, first.Status);
        Assert.Equal(
            [StageOutcome.Executed, StageOutcome.Cancelled, StageOutcome.Cancelled],
            first.Stages.Select(static stage => stage.Outcome)
        );
        Assert.True(second.Succeeded);
        Assert.Equal(["Before", "Long", "After"], executed);
        await using var store = _store.Open();
        var runs = await store.Runs.GetRunsAsync(new RunFilter(), TestContext.Current.CancellationToken);
        Assert.Equal([RunStatus.Succeeded, RunStatus.Cancelled], runs.Select(static run => run.Status));
        Assert.Equal(first.RunId, runs[0].Start.Parent);
    }

    [Fact]
    public async Task What_a_stage_returns_in_spite_of_the_cancellation_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        var graph = new Graph();
        graph.Add(
            "Stubborn",
            [],
            _ =>
            {
                cancel.Cancel();
                return 1;
            }
        );
        graph.Add("After", [0], static values => values[0]);

        var report = await _store.RunAsync(graph, cancellationToken: cancel.Token);

        Assert.Equal([StageOutcome.Executed, StageOutcome.Cancelled], report.Stages.Select(static stage => stage.Outcome));
        Assert.Equal(RunStatus.Cancelled, report.Status);
    }

    [Fact]
    public async Task A_run_that_is_abandoned_does_not_wait_for_a_stage_that_hangs()
    {
        using var abandon = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var graph = new Graph();
        graph.Add(
            "Hung",
            [],
            _ =>
            {
                started.SetResult();
                release.Wait(CancellationToken.None);
                return 1;
            }
        );

        var run = _store.RunAsync(
            graph,
            options => options with { Abandon = abandon.Token },
            cancellationToken: TestContext.Current.CancellationToken
        );
        await started.Task;
        await abandon.CancelAsync();
        var report = await run;
        release.Set();

        Assert.Equal(RunStatus.Cancelled, report.Status);
        Assert.Equal(StageOutcome.Cancelled, report.Stages[0].Outcome);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_it_starts_runs_nothing()
    {
        var graph = new Graph();
        graph.Add("A", [], static _ => throw new InvalidOperationException("not to be run"));

        var report = await _store.RunAsync(graph, cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(RunStatus.Cancelled, report.Status);
    }

    private static long Note(List<string> executed, string stage)
    {
        executed.Add(stage);
        return executed.Count;
    }
}
