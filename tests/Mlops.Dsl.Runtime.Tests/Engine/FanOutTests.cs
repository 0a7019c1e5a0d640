using System.Globalization;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class FanOutTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly List<long> _ran = [];
    private List<long> _items = [1, 2, 3, 4, 5];

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_outputs_are_in_the_order_of_the_elements(bool isInMemory)
    {
        _items = [.. Enumerable.Range(0, 1000).Select(static i => (long)i)];
        var graph = CreateGraph(static (_, item) => item * 2);

        var report = await _store.RunAsync(
            graph,
            options => isInMemory ? new RunOptions() : options,
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.True(report.Succeeded);
        Assert.Equal(_items.Select(static item => item * 2), report.GetOutput<IReadOnlyList<long>>(1, 0));
        Assert.Equal(999_000, report.GetOutput<long>(2, 0));
        Assert.Equal(1000, report.Stages[1].Elements);
        await report.DisposeAsync();
    }

    [Fact]
    public async Task Only_new_elements_run()
    {
        var graph = CreateGraph(static (_, item) => item * 2);
        await RunAsync(graph);
        Assert.Equal([1, 2, 3, 4, 5], TakeRan());

        await RunAsync(graph);
        Assert.Empty(TakeRan());

        _items = [5, 1, 6, 2];
        _store.CodeVersions["Items"] = 2;
        var report = await RunAsync(graph);
        Assert.Equal([6], TakeRan());
        Assert.Equal(3, report.Stages[1].ReusedElements);
        Assert.Equal(28, report.GetOutput<long>(2, 0));
    }

    [Theory]
    [InlineData("UPDATE artifacts SET content = zeroblob(8) WHERE content = x'0600000000000000'")]
    [InlineData("DELETE FROM artifacts WHERE content = x'0600000000000000'")]
    public async Task An_element_whose_result_is_damaged_runs_again_although_no_stage_reads_it(string damage)
    {
        var graph = CreateGraph(static (_, item) => item * 2);
        await RunAsync(graph);
        TakeRan();
        Sql.Execute(Path.Combine(_store.Path, "store.db"), damage);

        var healing = await RunAsync(graph);
        Assert.Equal([3], TakeRan());
        Assert.Equal([2, 4, 6, 8, 10], healing.GetOutput<IReadOnlyList<long>>(1, 0));
        await RunAsync(graph);

        Assert.Empty(TakeRan());
        await healing.DisposeAsync();
    }

    [Fact]
    public async Task An_element_whose_result_depends_on_its_position_is_not_reused_at_another()
    {
        var graph = CreateGraph(static (call, item) => (item * 100) + call.Context.ElementIndex!.Value);
        await RunAsync(graph);
        Assert.Equal([1, 2, 3, 4, 5], TakeRan());

        _items = [1, 3, 2];
        _store.CodeVersions["Items"] = 2;
        var report = await RunAsync(graph);

        Assert.Equal([2, 3], TakeRan());
        Assert.Equal([100, 301, 202], report.GetOutput<IReadOnlyList<long>>(1, 0));
        await report.DisposeAsync();
    }

    [Fact]
    public async Task A_failed_element_fails_the_stage_and_the_others_are_kept()
    {
        var fails = true;
        var graph = CreateGraph((_, item) => fails && item % 2 == 0 ? throw new InvalidOperationException($"no {item}") : item);
        var report = await RunAsync(graph);

        Assert.Equal(StageOutcome.Failed, report.Stages[1].Outcome);
        Assert.Equal("2 of 5 elements failed; element 1: InvalidOperationException: no 2", report.Stages[1].Error!.Message);
        Assert.Equal("because Each failed", report.Stages[2].Reason);

        fails = false;
        TakeRan();
        var again = await RunAsync(graph);
        Assert.Equal([2, 4], TakeRan());
        Assert.Equal(15, again.GetOutput<long>(2, 0));
    }

    [Fact]
    public async Task A_resumed_fan_out_of_effects_runs_only_the_elements_that_were_not_done()
    {
        var fails = true;
        _items = [1, 2, 2, 3];
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], call => call.SetOutput(0, _items));
        graph.Add(
            "Send",
            [new InputDefinition("item", 0, 0, new ElementAccess<List<long>, long>(LongCodec.Instance))],
            [],
            call =>
            {
                var item = call.GetInput<long>(0);
                if (fails && (item == 3 || call.Context.ElementIndex == 2))
                {
                    throw new IOException("not sent");
                }

                lock (_ran)
                {
                    _ran.Add(item);
                }
            },
            static stage => new LambdaStage(stage) { ForEachInput = 0 }
        );
        var first = await RunAsync(graph);
        Assert.Equal([1, 2], TakeRan());

        fails = false;
        var second = await _store.RunAsync(
            graph,
            options => options with { ResumeOf = first.RunId },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.True(second.Succeeded);
        Assert.Equal([2, 3], TakeRan());

        await RunAsync(graph);
        Assert.Equal([1, 2, 2, 3], TakeRan());
    }

    [Fact]
    public async Task An_empty_list_gives_an_empty_list()
    {
        _items = [];
        var report = await RunAsync(CreateGraph(static (_, item) => item));

        Assert.True(report.Succeeded);
        Assert.Equal(0, report.GetOutput<long>(2, 0));
        Assert.Equal(0, report.Stages[1].Elements);
    }

    [Fact]
    public async Task A_failed_element_is_tried_again()
    {
        var failed = new HashSet<long>();
        var graph = CreateGraph(
            (_, item) =>
            {
                lock (failed)
                {
                    return item != 3 || !failed.Add(item) ? item : throw new IOException("once");
                }
            },
            static stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy { Attempts = 2, RetryDelay = TimeSpan.Zero },
            }
        );

        var report = await RunAsync(graph);

        Assert.True(report.Succeeded);
        Assert.Equal([1, 2, 3, 3, 4, 5], TakeRan());
    }

    [Fact]
    public async Task A_fan_out_over_a_fan_out_loads_elements_one_by_one()
    {
        var graph = CreateGraph(static (_, item) => item * 10);
        graph.Add(
            "EachAgain",
            [new InputDefinition("item", 1, 0, new ElementAccess<IReadOnlyList<long>, long>(LongCodec.Instance))],
            [Graph.Text("EachAgain")],
            static call => call.SetOutput(0, call.GetInput<long>(0).ToString(CultureInfo.InvariantCulture)),
            static stage => new LambdaStage(stage) { ForEachInput = 0 }
        );

        var report = await RunAsync(graph);

        Assert.Equal(["10", "20", "30", "40", "50"], report.GetOutput<IReadOnlyList<string>>(3, 0));
        await report.DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_fan_out_keeps_the_elements_that_were_done()
    {
        using var cancel = new CancellationTokenSource();
        _items = [.. Enumerable.Range(0, 200).Select(static i => (long)i)];
        var graph = CreateGraph(
            (_, item) =>
            {
                if (item == 50)
                {
                    cancel.Cancel();
                }

                return item;
            }
        );
        var first = await _store.RunAsync(graph, cancellationToken: cancel.Token);
        var done = TakeRan();
        var second = await RunAsync(graph);

        Assert.Equal(RunStatus.Cancelled, first.Status);
        Assert.Equal(200 - done.Count, TakeRan().Count);
        Assert.True(second.Succeeded);
    }

    [Fact]
    public async Task A_hundred_thousand_elements_are_never_in_memory_together()
    {
        const int Count = 100_000;
        var largest = 0L;
        _items = [.. Enumerable.Range(0, Count).Select(static i => (long)i)];
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], call => call.SetOutput(0, _items));
        graph.Add(
            "Each",
            [new InputDefinition("item", 0, 0, new ElementAccess<List<long>, long>(LongCodec.Instance))],
            [Graph.Text("Each")],
            call =>
            {
                var item = call.GetInput<long>(0);
                largest = item == Count - 1 ? GC.GetTotalMemory(forceFullCollection: true) : largest;
                call.SetOutput(0, new string('x', 2000) + item.ToString(CultureInfo.InvariantCulture));
            },
            static stage => new LambdaStage(stage) { ForEachInput = 0 }
        );
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        // The outputs together have 400 MB in memory.
        Assert.True(report.Succeeded);
        Assert.InRange(largest - before, long.MinValue, 100L << 20);
    }

    private Graph CreateGraph(Func<StageCall, long, long> compute, Func<LambdaStage, LambdaStage>? change = null)
    {
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], call => call.SetOutput(0, _items));
        graph.AddForEach(
            "Each",
            0,
            (call, item) =>
            {
                lock (_ran)
                {
                    _ran.Add(item);
                }

                return compute(call, item);
            },
            change
        );
        graph.Add(
            "Sum",
            [Graph.Input(1)],
            [Graph.Long("Sum")],
            static call => call.SetOutput(0, call.GetInput<IReadOnlyList<long>>(0).Sum())
        );
        return graph;
    }

    private Task<RunReport> RunAsync(Graph graph) => _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

    private List<long> TakeRan()
    {
        List<long> ran = [.. _ran.Order()];
        _ran.Clear();
        return ran;
    }
}
