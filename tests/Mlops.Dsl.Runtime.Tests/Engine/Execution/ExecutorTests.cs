using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Execution;

/// <summary>What the engine makes of executors' answers.</summary>
public sealed class ExecutorTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task An_executor_may_run_the_attempt_in_this_process()
    {
        var seen = new List<StageInvocation>();
        var graph = Graph();
        var executor = new FakeExecutor(
            async (attempt, cancellationToken) =>
            {
                seen.Add(await attempt.DescribeAsync());
                return await attempt.InvokeAsync(cancellationToken);
            }
        );

        var report = await _store.RunAsync(graph, options => options with { Executor = executor });

        Assert.True(report.Succeeded);
        Assert.Equal(42, report.GetOutput<long>(1, 0));
        Assert.Equal(["One", "Two"], seen.Select(static invocation => invocation.Stage));
        Assert.Equal([1, 2], seen.Select(static invocation => invocation.Lease));
        Assert.Equal(new InputReference("s0", Hash(41), LongCodec.Instance.Schema, IsCollected: false), Assert.Single(seen[1].Inputs));
    }

    [Fact]
    public async Task What_an_executor_brings_is_hashed_committed_and_reused()
    {
        var graph = Graph();
        var executor = new FakeExecutor(
            async (attempt, _) =>
            {
                var invocation = await attempt.DescribeAsync();
                attempt.LogMetric("loss", double.NaN, 3);
                return Outcome(attempt, invocation, invocation.Stage == "One" ? 41 : 1000);
            }
        );

        var report = await _store.RunAsync(graph, options => options with { Executor = executor });
        var again = await _store.RunAsync(graph);

        Assert.True(report.Succeeded);
        Assert.Equal(1000, report.GetOutput<long>(1, 0));
        Assert.Equal([new Metric("loss", 3, double.NaN)], report.Stages[1].Metrics);
        Assert.Equal(StageOutcome.Reused, again.Stages[1].Outcome);
        Assert.Equal(1000, again.GetOutput<long>(1, 0));
    }

    [Fact]
    public async Task Bytes_with_another_hash_are_not_kept()
    {
        var executor = new FakeExecutor(
            async (attempt, cancellationToken) =>
            {
                var outcome = Outcome(attempt, await attempt.DescribeAsync(), 41);
                await File.WriteAllBytesAsync(outcome.Outputs[0].Path, Bytes(43), cancellationToken);
                return outcome;
            }
        );

        var report = await _store.RunAsync(Graph(), options => options with { Executor = executor });

        Assert.Equal(StageOutcome.Failed, report.Stages[0].Outcome);
        Assert.Contains("are not the ones with the hash", report.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_of_an_earlier_attempt_is_refused()
    {
        InvocationOutcome? first = null;
        var executor = new FakeExecutor(
            async (attempt, _) =>
            {
                var invocation = await attempt.DescribeAsync();
                if (first is null)
                {
                    first = Outcome(attempt, invocation, 1);
                    throw new IOException("the answer is lost for now");
                }

                return first;
            }
        );

        var report = await _store.RunAsync(Graph(attempts: 2), options => options with { Executor = executor });

        Assert.Equal(2, report.Stages[0].Attempts);
        Assert.Equal(StageOutcome.Failed, report.Stages[0].Outcome);
        Assert.StartsWith(
            "An outcome of 'One' was refused: it belongs to lease 1, and lease 2 is the one that may commit.",
            report.Stages[0].Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_after_the_lease_was_given_to_another_attempt_is_not_kept()
    {
        var release = new TaskCompletionSource();
        Task<InvocationOutcome>? late = null;
        var executor = new FakeExecutor(
            async (attempt, _) =>
            {
                var invocation = await attempt.DescribeAsync();
                if (invocation.Stage == "One" && invocation.Attempt == 1)
                {
                    return await (late = AnswerLateAsync(attempt, invocation, release.Task));
                }

                return Outcome(attempt, invocation, invocation.Stage == "One" ? 2 : 3);
            }
        );
        var graph = Graph(attempts: 2, timeout: TimeSpan.FromMilliseconds(200));

        var report = await _store.RunAsync(
            graph,
            options => options with { Executor = executor, CancellationGrace = TimeSpan.FromMilliseconds(50) }
        );
        release.SetResult();
        var answer = await late!;

        Assert.True(report.Succeeded);
        Assert.Equal(1, answer.Lease);
        Assert.Equal(2, report.Stages[0].Attempts);
        Assert.Equal(2, report.GetOutput<long>(0, 0));
        Assert.Empty(report.Stages[0].Metrics);
    }

    [Fact]
    public async Task An_attempt_is_run_once()
    {
        var executor = new FakeExecutor(
            static async (attempt, cancellationToken) =>
            {
                await attempt.InvokeAsync(cancellationToken);
                return await attempt.InvokeAsync(cancellationToken);
            }
        );

        var report = await _store.RunAsync(Graph(), options => options with { Executor = executor });

        Assert.Contains("has been run already", report.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_executor_that_throws_fails_the_stage_with_its_message()
    {
        var executor = new FakeExecutor(static (_, _) => throw new ExecutorException("No machine is free."));

        var report = await _store.RunAsync(
            Graph(),
            options => options with { IsolatedExecutor = executor, Isolation = StageIsolation.All }
        );

        Assert.Equal("No machine is free.", report.Stages[0].Error!.Message);
        Assert.Equal(StageOutcome.Skipped, report.Stages[1].Outcome);
    }

    [Fact]
    public async Task Only_isolated_stages_are_given_to_the_executor_of_isolated_stages()
    {
        var isolated = new List<string>();
        var executor = new FakeExecutor(
            async (attempt, cancellationToken) =>
            {
                isolated.Add((await attempt.DescribeAsync()).Stage);
                return await attempt.InvokeAsync(cancellationToken);
            }
        );
        var graph = new Graph();
        graph.Add("Open", [], static _ => 1);
        graph.Add(
            "Closed",
            [0],
            static values => values[0],
            static stage => new LambdaStage(stage) { Policy = new StagePolicy { Isolated = true } }
        );

        await _store.RunAsync(graph, options => options with { IsolatedExecutor = executor, UseCache = false });
        await _store.RunAsync(
            graph,
            options => options with { IsolatedExecutor = executor, UseCache = false, Isolation = StageIsolation.None }
        );

        Assert.Equal(["Closed"], isolated);
    }

    [Fact]
    public async Task A_host_that_is_no_pipeline_program_starts_no_children()
    {
        var report = await _store.RunAsync(Graph(), static options => options with { Isolation = StageIsolation.All });

        Assert.Matches(
            "^'One' is to run in a process of its own, .* does not hand its arguments to PipelineApp.RunAsync as they are.*Isolation.None",
            report.Stages[0].Error!.Message
        );
    }

    [Fact]
    public async Task A_run_in_memory_has_nothing_that_another_process_could_read()
    {
        var report = await PipelineEngine.RunAsync(Graph().Build(), new GraphPipeline(), new RunOptions { Isolation = StageIsolation.All });

        Assert.Contains("which takes a store, and this run is kept in memory", report.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    private static Graph Graph(int attempts = 1, TimeSpan? timeout = null)
    {
        var graph = new Graph();
        graph.Add(
            "One",
            [],
            static _ => 41,
            stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy
                {
                    Attempts = attempts,
                    RetryDelay = TimeSpan.Zero,
                    Timeout = timeout,
                },
            }
        );
        graph.Add("Two", [0], static values => values[0] + 1);
        return graph;
    }

    private static async Task<InvocationOutcome> AnswerLateAsync(IStageAttempt attempt, StageInvocation invocation, Task release)
    {
        await release;
        attempt.LogMetric("late", 1, 0);
        return new InvocationOutcome { Lease = invocation.Lease };
    }

    private static InvocationOutcome Outcome(IStageAttempt attempt, StageInvocation invocation, long value)
    {
        var path = Path.Combine(attempt.CreateFolder(), "value");
        File.WriteAllBytes(path, Bytes(value));
        return new InvocationOutcome
        {
            Lease = invocation.Lease,
            Outputs = [new OutputReference(invocation.Stage, Hash(value), LongCodec.Instance.Schema, path, [])],
        };
    }

    private static ContentHash Hash(long value) => ContentHash.Of(Bytes(value));

    private static byte[] Bytes(long value)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, NoArtifactFiles.Instance))
        {
            LongCodec.Instance.Write(writer, value);
        }

        return stream.ToArray();
    }
}
