using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What was computed once and is gone since is computed again, be it a stage's or an element's.</summary>
public sealed class LostArtifactTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly List<string> _ran = [];

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stage_whose_second_output_is_gone_or_cut_runs_again(bool isCut)
    {
        var graph = new Graph();
        graph.Add(
            "Two",
            [],
            [Graph.Text("Small"), Graph.Text("Large")],
            call =>
            {
                Note("Two");
                call.SetOutput(0, "small");
                call.SetOutput(1, Large('a'));
            }
        );
        graph.Add(
            "Use",
            [new InputDefinition("large", 0, 1)],
            [Graph.Text("Use")],
            call =>
            {
                Note("Use");
                call.SetOutput(0, call.GetInput<string>(0)[..1]);
            }
        );
        await RunAsync(graph);
        Lose(isCut);
        _store.CodeVersions["Use"] = 2;
        await using var report = await RunAsync(graph);

        Assert.Equal(["Two", "Use", "Two", "Use"], _ran);
        Assert.Equal("a", report.GetOutput<string>(1, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_element_whose_output_is_gone_or_cut_runs_again_and_the_others_do_not(bool isCut)
    {
        List<long> items = [0, 1, 2];
        var graph = new Graph();
        graph.Add(
            "Items",
            [],
            [Graph.List("Items")],
            call => call.SetOutput(0, items),
            static stage => new LambdaStage(stage) { Kind = StageKind.Source }
        );
        graph.Add(
            "Each",
            [new InputDefinition("item", 0, 0, new ElementAccess<List<long>, long>(LongCodec.Instance))],
            [Graph.Text("Each")],
            call =>
            {
                var item = call.GetInput<long>(0);
                Note($"Each {item}");
                call.SetOutput(0, item == 1 ? Large('b') : "small");
            },
            static stage => new LambdaStage(stage) { ForEachInput = 0 }
        );
        await RunAsync(graph);
        _ran.Clear();
        Lose(isCut);
        items = [0, 1, 2, 3];
        await using var report = await RunAsync(graph);

        Assert.Equal(["Each 1", "Each 3"], _ran.Order(StringComparer.Ordinal));
        Assert.Equal(["small", Large('b'), "small", "small"], report.GetOutput<IReadOnlyList<string>>(1, 0));
    }

    [Fact]
    public async Task A_fan_out_whose_list_is_there_is_reused_whole()
    {
        var graph = new Graph();
        graph.Add("Items", [], [Graph.List("Items")], static call => call.SetOutput(0, new List<long> { 1, 2 }));
        graph.AddForEach(
            "Each",
            0,
            (_, item) =>
            {
                Note($"Each {item}");
                return item;
            }
        );
        await RunAsync(graph);
        await using var report = await RunAsync(graph);

        Assert.Equal(2, _ran.Count);
        Assert.Equal(StageOutcome.Reused, report.Stages[1].Outcome);
        Assert.Equal([1, 2], report.GetOutput<IReadOnlyList<long>>(1, 0));
    }

    private static string Large(char letter) => new(letter, 20_000);

    private void Note(string what)
    {
        lock (_ran)
        {
            _ran.Add(what);
        }
    }

    /// <summary>Loses the one object that is a file, or its last byte.</summary>
    private void Lose(bool isCut)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_store.Path, "objects"), "*", SearchOption.AllDirectories));
        if (isCut)
        {
            Storage.StoreSandbox.Damage(file, static stream => stream.SetLength(stream.Length - 1));
        }
        else
        {
            File.Delete(file);
        }
    }

    private async Task<RunReport> RunAsync(Graph graph)
    {
        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(RunStatus.Succeeded, report.Status);
        return report;
    }
}
