using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class TwoEnginesTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Runs_of_one_store_at_once_all_succeed_and_share_what_they_compute()
    {
        var pipelines = Enumerable.Range(0, 4).Select(static _ => new RandomPipeline(new Random(7), 60)).ToList();
        var model = new ReferenceModel();
        var expected = model.Run(pipelines[0], 0.8, isInMemory: false);

        var reports = await Task.WhenAll(
            pipelines.Select(pipeline =>
                Task.Run(() => _store.RunAsync(pipeline.ToGraph(), cancellationToken: TestContext.Current.CancellationToken))
            )
        );
        var later = await _store.RunAsync(pipelines[0].ToGraph(), cancellationToken: TestContext.Current.CancellationToken);

        foreach (var report in reports.Append(later))
        {
            foreach (
                var stage in pipelines[0]
                    .Stages.Where(stage => stage.Kind is RandomKind.Plain && report.Stages[stage.Index].Outcome != StageOutcome.Skipped)
            )
            {
                Assert.Equal(expected.Values[stage.Index], report.GetOutput<long>(stage.Index, 0));
            }

            await report.DisposeAsync();
        }

        var again = model.Run(pipelines[0], 0.8, isInMemory: false);
        Assert.Equal(again.Outcomes, later.Stages.Select(static stage => stage.Outcome));
        Assert.Equal(5, reports.Append(later).Select(static report => report.RunId).Distinct().Count());
    }

    [Fact]
    public async Task A_second_store_of_the_same_program_is_another_world()
    {
        using var other = new TestStore();
        var graph = new Graph();
        graph.Add("A", [], static _ => 1);
        await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        var report = await other.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("first time", report.Stages[0].Reason);
    }
}
