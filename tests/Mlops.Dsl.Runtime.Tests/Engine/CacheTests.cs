using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class CacheTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly List<string> _ran = [];
    private long _data = 100;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_second_run_runs_nothing_and_says_what_it_reused()
    {
        var first = await RunAsync();
        var second = await RunAsync();

        Assert.Equal(
            ["Read", "Parse", "Parity", "Fit", "Score"],
            first.Stages.Where(static stage => stage.Outcome == StageOutcome.Executed).Select(static stage => stage.Stage.Name)
        );
        Assert.All(first.Stages, static stage => Assert.Equal("first time", stage.Reason));
        Assert.All(second.Stages, static stage => Assert.Equal(StageOutcome.Reused, stage.Outcome));
        Assert.Equal($"unchanged since run {first.RunId}", second.Stages[0].Reason);
        Assert.Equal($"reused from run {first.RunId}", second.Stages[1].Reason);
        Assert.Equal(["Read"], TakeRan());
        Assert.Equal(first.GetOutput<long>(4, 0), second.GetOutput<long>(4, 0));
    }

    [Fact]
    public async Task Changed_code_runs_the_stage_but_nothing_below_while_it_returns_the_same()
    {
        await RunAsync();
        _store.CodeVersions["Parse"] = 2;
        var report = await RunAsync();

        // Parse returns what it returned before: nothing below it runs.
        Assert.Equal(["Read", "Parse"], TakeRan());
        Assert.Equal("code changed (ParseHelper.Do)", report.Stages[1].Reason);
        Assert.Equal(StageOutcome.Reused, report.Stages[2].Outcome);
    }

    [Fact]
    public async Task An_unchanged_output_stops_the_wave()
    {
        await RunAsync();
        _data = 102;
        var report = await RunAsync();

        // Parity is the same for 100 and 102, so Score sees only Fit's change.
        Assert.Equal(["Read", "Parse", "Parity", "Fit", "Score"], TakeRan());
        Assert.Equal("its content changed", report.Stages[0].Reason);
        Assert.Equal("input s0 changed", report.Stages[1].Reason);
        Assert.Equal("input s3 changed", report.Stages[4].Reason);

        _store.CodeVersions["Fit"] = 2;
        await RunAsync();
        Assert.Equal(["Read", "Fit"], TakeRan());
    }

    [Fact]
    public async Task A_parameter_runs_the_stages_that_read_it_and_no_others()
    {
        _store.ReadsTrainShare.Add("Fit");
        await RunAsync();
        var report = await RunAsync(new GraphPipeline { TrainShare = 0.9 });

        Assert.Equal(["Read", "Fit"], TakeRan());
        Assert.Equal("TrainShare 0.8 → 0.9", report.Stages[3].Reason);

        var back = await RunAsync();
        Assert.Equal(["Read"], TakeRan());
        Assert.True(back.Succeeded);
    }

    [Fact]
    public async Task A_run_without_the_cache_runs_everything_and_later_runs_reuse_it()
    {
        await RunAsync();
        var report = await RunAsync(change: static options => options with { UseCache = false });
        Assert.Equal(5, TakeRan().Count);
        Assert.Equal("the cache is off", report.Stages[1].Reason);

        var later = await RunAsync();
        Assert.Equal($"reused from run {report.RunId}", later.Stages[1].Reason);
    }

    [Fact]
    public async Task Without_fingerprints_nothing_is_reused_and_one_warning_says_why()
    {
        var report = await RunAsync(change: static options => options with { Fingerprints = null });
        var again = await RunAsync(change: static options => options with { Fingerprints = null });

        Assert.Contains("graph.pipeline.json", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Equal(5, TakeRan().Count);
        Assert.All(again.Stages, static stage => Assert.Equal(StageOutcome.Executed, stage.Outcome));
    }

    [Fact]
    public async Task A_stage_that_returned_nothing_new_after_a_failure_says_that_it_failed_before()
    {
        var fails = true;
        var graph = new Graph();
        graph.Add("Other", [], static _ => 1);
        graph.Add("Flaky", [], _ => fails ? throw new InvalidOperationException("not today") : 1);
        var first = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        fails = false;
        var second = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.Failed, first.Status);
        Assert.Equal($"it failed in run {first.RunId}", second.Stages[1].Reason);
        Assert.Equal(StageOutcome.Reused, second.Stages[0].Outcome);
    }

    [Fact]
    public async Task A_source_with_a_version_token_runs_when_the_token_changes()
    {
        var token = "1";
        var graph = new Graph();
        graph.Add(
            "Table",
            [],
            values => Note("Table", 5),
            stage => new LambdaStage(stage) { Kind = StageKind.Source, VersionToken = _ => ValueTask.FromResult(token) }
        );
        graph.Add("Use", [0], values => Note("Use", values[0]));
        await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Table", "Use"], TakeRan());

        token = "2";
        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Table"], TakeRan());
        Assert.Equal("version token 1 → 2", report.Stages[0].Reason);
    }

    [Fact]
    public async Task What_runs_in_every_run_runs_in_every_run_but_not_in_a_resumed_one()
    {
        var fails = true;
        var graph = new Graph();
        graph.Add(
            "Data",
            [],
            values => Note("Data", 5),
            static stage => new LambdaStage(stage) { Policy = new StagePolicy { NoCache = true } }
        );
        graph.Add("Send", [Graph.Input(0)], [], _ => Note("Send", 0));
        graph.Add("Flaky", [], _ => fails ? throw new InvalidOperationException("not today") : 1);
        var first = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Data", "Send"], TakeRan());

        var resumed = await _store.RunAsync(
            graph,
            options => options with { ResumeOf = first.RunId },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Empty(TakeRan());
        Assert.Equal(StageOutcome.Reused, resumed.Stages[1].Outcome);

        fails = false;
        var again = await _store.RunAsync(
            graph,
            options => options with { ResumeOf = resumed.RunId },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.True(again.Succeeded);
        Assert.Empty(TakeRan());

        await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Data", "Send"], TakeRan());
    }

    [Fact]
    public async Task A_publication_gets_a_new_version_only_for_new_content()
    {
        var value = 1L;
        var graph = new Graph();
        graph.Add("Value", [], _ => value, static stage => new LambdaStage(stage) { Kind = StageKind.Source });
        graph.Add(
            "Release",
            [0],
            static values => values[0],
            static stage => new LambdaStage(stage) { Kind = StageKind.Publish, PublishName = "model" }
        );
        var versions = new List<(int Version, bool IsUnchanged)>();
        foreach (var next in new long[] { 1, 1, 2, 1 })
        {
            value = next;
            var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
            var entry = Assert.Single(report.Published);
            versions.Add((entry.Version, entry.IsUnchanged));
        }

        Assert.Equal([(1, false), (1, true), (2, false), (3, false)], versions);
    }

    private async Task<RunReport> RunAsync(GraphPipeline? pipeline = null, Func<RunOptions, RunOptions>? change = null)
    {
        _ran.Clear();
        var graph = new Graph
        {
            Parameters =
            [
                new ParameterDefinition<GraphPipeline, double>
                {
                    Name = "TrainShare",
                    TypeName = "double",
                    Get = static pipeline => pipeline.TrainShare,
                    Text = ParameterFormats.Double,
                },
            ],
        };
        graph.Add("Read", [], _ => Note("Read", _data), static stage => new LambdaStage(stage) { Kind = StageKind.Source });
        graph.Add("Parse", [0], values => Note("Parse", values[0] * 10));
        graph.Add("Parity", [1], values => Note("Parity", values[0] % 2));
        graph.Add("Fit", [1], values => Note("Fit", values[0] + 1));
        graph.Add("Score", [2, 3], values => Note("Score", values[0] + values[1]));
        return await _store.RunAsync(
            graph,
            options => (change?.Invoke(options) ?? options) with { Cpus = 1 },
            pipeline,
            TestContext.Current.CancellationToken
        );
    }

    private List<string> TakeRan()
    {
        List<string> ran = [.. _ran];
        _ran.Clear();
        return ran;
    }

    private long Note(string stage, long value)
    {
        lock (_ran)
        {
            _ran.Add(stage);
        }

        return value;
    }
}
