using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class CodeUpdateTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly List<string> _ran = [];
    private Action _duringFit = static () => { };
    private Action<int> _duringElement = static _ => { };

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_runtime_is_told_of_updates_by_whoever_applies_them()
    {
        var handler = Assert.Single(typeof(CodeUpdates).Assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>()).HandlerType;
        var update = handler.GetMethod("UpdateApplication", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

        Assert.Equal([typeof(Type[])], update!.GetParameters().Select(static parameter => parameter.ParameterType));
        Assert.False(CodeUpdates.OfProcess.Any);
    }

    [Fact]
    public async Task After_an_update_nothing_is_reused_and_a_warning_says_why()
    {
        await RunAsync();
        _store.Updates.Note();
        var report = await RunAsync();

        Assert.Equal(["Read", "Fit", "Score", "Read", "Fit", "Score"], _ran);
        Assert.Contains("Hot Reload", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_update_nothing_is_kept_for_reuse()
    {
        _store.Updates.Note();
        await RunAsync();
        _store.Updates = new CodeUpdates();
        var report = await RunAsync();

        Assert.Equal(["Read", "Fit", "Score", "Read", "Fit", "Score"], _ran);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task A_stage_that_an_update_overtakes_is_not_kept_for_reuse_nor_is_what_follows()
    {
        _duringFit = () => _store.Updates.Note();
        var updated = await RunAsync();
        _duringFit = static () => { };
        _store.Updates = new CodeUpdates();
        await RunAsync();

        Assert.Contains("Hot Reload", Assert.Single(updated.Warnings), StringComparison.Ordinal);

        // The first stage was done before the update.
        Assert.Equal(["Read", "Fit", "Score", "Fit", "Score"], _ran);
    }

    [Fact]
    public async Task Elements_after_an_update_are_not_kept_for_reuse()
    {
        _duringElement = index =>
        {
            if (index == 1)
            {
                _store.Updates.Note();
            }
        };
        await _store.RunAsync(FanOut(), options => options with { Cpus = 1 });
        _duringElement = static _ => { };
        _store.Updates = new CodeUpdates();
        _ran.Clear();
        await _store.RunAsync(FanOut(), options => options with { Cpus = 1 });

        // The first element was done before the update.
        Assert.Equal(["element 1", "element 2"], _ran);
    }

    private Task<RunReport> RunAsync()
    {
        var graph = new Graph();
        var read = graph.Add("Read", [], _ => Ran("Read", 1));
        var fit = graph.Add(
            "Fit",
            [read],
            values =>
            {
                _duringFit();
                return Ran("Fit", values[0] + 1);
            }
        );
        graph.Add("Score", [fit], values => Ran("Score", values[0] + 1));
        return _store.RunAsync(graph);
    }

    private Graph FanOut()
    {
        var graph = new Graph();
        var read = graph.Add("Read", [], [Graph.List("Read")], static call => call.SetOutput(0, new List<long> { 10, 11, 12 }));
        graph.AddForEach(
            "Each",
            read,
            (_, value) =>
            {
                _duringElement((int)value - 10);
                return Ran($"element {value - 10}", value);
            }
        );
        return graph;
    }

    private long Ran(string what, long result)
    {
        _ran.Add(what);
        return result;
    }
}
