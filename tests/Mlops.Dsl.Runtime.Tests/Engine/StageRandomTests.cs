using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>
/// What a stage draws depends on who it is, on its element's place and on the seed, and on nothing else; and its key knows.
/// </summary>
public sealed class StageRandomTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_stage_draws_the_same_in_every_run_and_what_no_other_stage_draws()
    {
        var first = await DrawAsync(new Graph(), "Draw", "Other");
        var second = await DrawAsync(new Graph(), "Draw", "Other");

        Assert.Equal(first, second);
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Elements_that_are_equal_draw_each_their_own_and_are_not_reused_for_each_other(bool byProperty)
    {
        var calls = 0;
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], static call => call.SetOutput(0, new List<long> { 7, 7, 7 }));
        graph.AddForEach(
            "Each",
            0,
            (call, _) =>
            {
                Interlocked.Increment(ref calls);
                return (byProperty ? call.Context.Random : call.Context.CreateRandom(5)).NextInt64();
            }
        );
        await using var first = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        var drawn = first.GetOutput<IReadOnlyList<long>>(1, 0).ToArray();
        _store.CodeVersions["Items"] = 2;
        await using var second = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((3, 3), (drawn.Distinct().Count(), calls));
        Assert.Equal(drawn, second.GetOutput<IReadOnlyList<long>>(1, 0));
    }

    /// <summary>Draws belong to the place in the list, and what draws nothing is one computation, wherever it is.</summary>
    [Fact]
    public async Task An_element_that_moved_draws_what_its_new_place_does()
    {
        List<long> items = [1, 2, 3];
        var drawers = new List<long>();
        var graph = new Graph();
        graph.Add(
            "Items",
            [],
            [Graph.List("Items")],
            call => call.SetOutput(0, items),
            static stage => new LambdaStage(stage) { Kind = StageKind.Source }
        );
        graph.AddForEach(
            "Each",
            0,
            (call, item) =>
            {
                lock (drawers)
                {
                    drawers.Add(item);
                }

                return item == 2 ? 0 : call.Context.CreateRandom(1).NextInt64();
            }
        );
        await using var first = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        var before = first.GetOutput<IReadOnlyList<long>>(1, 0).ToArray();
        items = [3, 1, 2];
        drawers.Clear();
        await using var second = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        var after = second.GetOutput<IReadOnlyList<long>>(1, 0).ToArray();

        Assert.Equal([1, 3], drawers.Order());
        Assert.Equal(before[0], after[0]);
        Assert.DoesNotContain(after[1], before);
        Assert.Equal(0, after[2]);
    }

    private static async Task<long[]> DrawAsync(Graph graph, params string[] stages)
    {
        var drawn = new List<long>();
        foreach (var stage in stages)
        {
            graph.Add(
                stage,
                [],
                [Graph.Long(stage)],
                call =>
                {
                    lock (drawn)
                    {
                        drawn.AddRange([
                            call.Context.Random.NextInt64(),
                            call.Context.CreateRandom(1).NextInt64(),
                            call.Context.CreateRandom(2).NextInt64(),
                        ]);
                    }

                    call.SetOutput(0, 0L);
                }
            );
        }

        await using var report = await PipelineEngine.RunAsync(
            graph.Build(),
            new GraphPipeline(),
            new RunOptions { Cpus = 1 },
            TestContext.Current.CancellationToken
        );
        Assert.True(report.Succeeded);
        return [.. drawn];
    }
}
