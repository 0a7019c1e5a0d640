using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class RetryAndTimeoutTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_failed_attempt_is_tried_again_after_a_wait_that_grows()
    {
        var attempts = 0;
        var graph = new Graph();
        graph.Add(
            "Flaky",
            [],
            _ => ++attempts < 4 ? throw new IOException($"attempt {attempts}") : 7,
            static stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy
                {
                    Attempts = 4,
                    RetryDelay = TimeSpan.FromSeconds(2),
                    RetryBackoff = 3,
                },
            }
        );
        var run = RunAsync(graph);
        foreach (var (wait, expected) in new[] { (2, 1), (6, 2), (18, 3) })
        {
            await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(wait));
            Assert.Equal(expected, attempts);
            _clock.Advance(TimeSpan.FromSeconds(wait));
        }

        var report = await run;

        Assert.True(report.Succeeded);
        Assert.Equal(4, report.Stages[0].Attempts);
        Assert.Equal(7, report.GetOutput<long>(0, 0));
    }

    [Fact]
    public async Task When_the_attempts_are_used_up_the_last_error_counts()
    {
        var attempts = 0;
        var graph = new Graph();
        graph.Add(
            "Flaky",
            [],
            _ => throw new IOException($"attempt {++attempts}"),
            static stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy { Attempts = 2, RetryDelay = TimeSpan.FromSeconds(1) },
            }
        );
        var run = RunAsync(graph);
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        var report = await run;

        Assert.Equal(RunStatus.Failed, report.Status);
        Assert.Equal("IOException: attempt 2", report.Stages[0].Error!.Message);
    }

    [Fact]
    public async Task A_stage_that_waits_to_be_tried_again_leaves_its_resources_to_others()
    {
        var graph = new Graph();
        var attempts = 0;
        graph.Add(
            "Flaky",
            [],
            _ => ++attempts == 1 ? throw new IOException("once") : 1,
            static stage => new LambdaStage(stage) { Policy = new StagePolicy { Attempts = 2 } }
        );
        var ran = new TaskCompletionSource();
        graph.Add(
            "Other",
            [],
            _ =>
            {
                ran.SetResult();
                return 1;
            }
        );
        var run = RunAsync(graph, new RunOptions { Cpus = 1 });

        await ran.Task;
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await run).Succeeded);
    }

    [Fact]
    public async Task A_retry_gets_its_inputs_as_they_were()
    {
        var attempts = 0;
        var graph = new Graph();
        graph.Add("List", [], [Graph.List("List")], static call => call.SetOutput<List<long>>(0, [1, 2, 3]));
        graph.Add(
            "Sum",
            [Graph.Input(0)],
            [Graph.Long("Sum")],
            call =>
            {
                var list = call.GetInput<List<long>>(0);
                list.Add(100);
                call.SetOutput(0, ++attempts == 1 ? throw new IOException("once") : list.Sum());
            },
            static stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy { Attempts = 2, RetryDelay = TimeSpan.FromSeconds(1) },
            }
        );
        var run = RunAsync(graph);
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(106, (await run).GetOutput<long>(1, 0));
    }

    [Fact]
    public async Task A_timeout_cancels_the_token_and_fails_the_attempt()
    {
        var graph = new Graph();
        graph.AddAsync(
            "Slow",
            [],
            [Graph.Long("Slow")],
            static async call => await Task.Delay(Timeout.Infinite, call.CancellationToken),
            WithTimeout
        );
        var run = RunAsync(graph);
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromMinutes(10));
        _clock.Advance(TimeSpan.FromMinutes(10));

        var report = await run;

        Assert.Equal(RunStatus.Failed, report.Status);
        Assert.StartsWith(
            "'Slow' took longer than its timeout of 0:10:00 and was cancelled.",
            report.Stages[0].Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stage_that_ignores_its_token_is_left_behind_after_the_grace_period()
    {
        using var release = new ManualResetEventSlim();
        var lateContext = new TaskCompletionSource<Exception?>();
        var graph = new Graph();
        graph.Add(
            "Stuck",
            [],
            [Graph.Long("Stuck")],
            call =>
            {
                release.Wait(CancellationToken.None);
                lateContext.SetResult(Record.Exception(() => call.Context.LogMetric("late", 1)));
            },
            WithTimeout
        );
        graph.Add("Other", [], static _ => 1);
        var run = RunAsync(graph, new RunOptions { CancellationGrace = TimeSpan.FromSeconds(3) });
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromMinutes(10));
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(3));
        _clock.Advance(TimeSpan.FromSeconds(3));

        var report = await run;

        Assert.Equal(StageOutcome.Failed, report.Stages[0].Outcome);
        Assert.Equal(StageOutcome.Executed, report.Stages[1].Outcome);
        release.Set();
        Assert.IsType<InvalidOperationException>(await lateContext.Task);
    }

    [Fact]
    public async Task Waiting_to_be_tried_again_ends_when_the_run_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var graph = new Graph();
        graph.Add(
            "Flaky",
            [],
            static _ => throw new IOException("always"),
            static stage => new LambdaStage(stage) { Policy = new StagePolicy { Attempts = 9 } }
        );
        var run = PipelineEngine.RunAsync(graph.Build(), new GraphPipeline(), new RunOptions { TimeProvider = _clock }, cancel.Token);
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        await cancel.CancelAsync();

        var report = await run;

        Assert.Equal(RunStatus.Cancelled, report.Status);
        Assert.Equal(StageOutcome.Cancelled, report.Stages[0].Outcome);
    }

    private static LambdaStage WithTimeout(LambdaStage stage) =>
        new(stage) { Policy = new StagePolicy { Timeout = TimeSpan.FromMinutes(10) } };

    private Task<RunReport> RunAsync(Graph graph, RunOptions? options = null) =>
        PipelineEngine.RunAsync(
            graph.Build(),
            new GraphPipeline(),
            (options ?? new RunOptions()) with
            {
                TimeProvider = _clock,
            },
            TestContext.Current.CancellationToken
        );
}
