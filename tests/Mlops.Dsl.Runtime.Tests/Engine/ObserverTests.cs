using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class ObserverTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_observer_is_told_what_happens_in_order(bool isInMemory)
    {
        var log = new EventLog();
        await _store.RunAsync(
            CreateGraph(),
            options => (isInMemory ? new RunOptions() : options) with { Observers = [log] },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal("run started", log.Events[0]);
        Assert.Equal(
            ["Train started 1", "Train 50% half way", "loss 0=0.5", "loss 1=0.25", "Train logs learning", "Train Executed"],
            log.Events.Where(static text =>
                text.StartsWith("Train", StringComparison.Ordinal) || text.StartsWith("loss", StringComparison.Ordinal)
            )
        );
        Assert.Equal("run finished Succeeded", log.Events[^1]);
    }

    [Fact]
    public async Task Metrics_and_logs_are_kept_with_the_execution()
    {
        var report = await _store.RunAsync(CreateGraph(), cancellationToken: TestContext.Current.CancellationToken);

        await using var store = _store.Open();
        var metrics = await store.Runs.GetMetricsAsync(report.Stages[0].Execution!.Value, TestContext.Current.CancellationToken);
        var logs = await store.Runs.GetLogsAsync(report.Stages[0].Execution!.Value, TestContext.Current.CancellationToken);
        Assert.Equal([new Metric("loss", 0, 0.5), new Metric("loss", 1, 0.25)], metrics);
        Assert.Equal("learning", Assert.Single(logs).Message);
    }

    [Fact]
    public async Task An_observer_that_throws_is_told_nothing_more_and_the_run_goes_on()
    {
        var log = new EventLog();
        var report = await _store.RunAsync(
            CreateGraph(),
            options => options with { Observers = [new Faulty(), log] },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.True(report.Succeeded);
        Assert.Equal("run finished Succeeded", log.Events[^1]);
    }

    [Fact]
    public async Task A_stage_that_declares_more_than_there_is_runs_alone_with_a_warning()
    {
        var running = 0;
        var most = 0;
        var graph = new Graph();
        for (var i = 0; i < 6; i++)
        {
            var isLarge = i == 3;
            graph.AddAsync(
                $"S{i}",
                [],
                [Graph.Long("S")],
                async call =>
                {
                    var now = Interlocked.Increment(ref running);
                    most = isLarge ? now : most;
                    await Task.Yield();
                    most = isLarge ? Math.Max(most, Volatile.Read(ref running)) : most;
                    Interlocked.Decrement(ref running);
                    call.SetOutput(0, 1L);
                },
                stage => new LambdaStage(stage) { Policy = new StagePolicy { Gpu = isLarge ? 8 : 0 } }
            );
        }

        var report = await _store.RunAsync(
            graph,
            static options => options with { Cpus = 4, Gpus = 1 },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.True(report.Succeeded);
        Assert.Equal(1, most);
        Assert.Contains("'S3' declares more than there is", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    private static Graph CreateGraph()
    {
        var graph = new Graph();
        graph.Add(
            "Train",
            [],
            [Graph.Long("Train")],
            static call =>
            {
                call.Context.ReportProgress(0.5, "half way");
                call.Context.LogMetric("loss", 0.5);
                call.Context.LogMetric("loss", 0.25, 1);
                call.Context.Logger.LogInformation("learning");
                call.SetOutput(0, 1L);
            }
        );
        graph.Add("After", [0], static values => values[0]);
        return graph;
    }

    private sealed class EventLog : IRunObserver
    {
        public List<string> Events { get; } = [];

        public void RunStarted(RunInfo run) => Events.Add("run started");

        public void StageStarted(StageDefinition stage, string reason, int attempt) => Events.Add($"{stage} started {attempt}");

        public void StageProgressed(StageDefinition stage, double fraction, string? message) =>
            Events.Add($"{stage} {fraction:P0} {message}".Replace(" %", "%", StringComparison.Ordinal));

        public void MetricLogged(StageDefinition stage, Metric metric) =>
            Events.Add(FormattableString.Invariant($"{metric.Name} {metric.Step}={metric.Value}"));

        public void LineLogged(StageDefinition? stage, LogLevel level, string message) => Events.Add($"{stage} logs {message}");

        public void StageFinished(StageReport report) => Events.Add($"{report.Stage} {report.Outcome}");

        public void RunFinished(RunReport report) => Events.Add($"run finished {report.Status}");
    }

    private sealed class Faulty : IRunObserver
    {
        public void StageStarted(StageDefinition stage, string reason, int attempt) =>
            throw new InvalidOperationException("the terminal is gone");
    }
}
