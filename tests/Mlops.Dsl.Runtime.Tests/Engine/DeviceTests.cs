using System.Collections.Concurrent;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Engine.Execution;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>Accelerators are handed out, each to one stage at a time.</summary>
public sealed class DeviceTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task No_two_stages_that_run_at_once_have_an_accelerator_in_common()
    {
        var inUse = new ConcurrentDictionary<int, string>();
        var shared = new ConcurrentBag<string>();
        var counts = new ConcurrentBag<int>();
        var graph = new Graph();
        for (var i = 0; i < 24; i++)
        {
            var (name, wanted) = ($"S{i}", i % 3);
            graph.Add(
                name,
                [],
                [Graph.Long(name)],
                call =>
                {
                    counts.Add(call.Context.Devices.Count - wanted);
                    foreach (var device in call.Context.Devices)
                    {
                        if (!inUse.TryAdd(device, name))
                        {
                            shared.Add($"{name}: {device}");
                        }
                    }

                    Thread.Sleep(2);
                    call.Context.Devices.ToList().ForEach(device => inUse.TryRemove(device, out _));
                    call.SetOutput(0, 1L);
                },
                stage => new LambdaStage(stage)
                {
                    Policy = new StagePolicy { Cpu = 0, Gpu = wanted },
                }
            );
        }

        var report = await PipelineEngine.RunAsync(graph.Build(), new GraphPipeline(), new RunOptions { Cpus = 8, Gpus = 4 });

        Assert.True(report.Succeeded);
        Assert.Empty(shared);
        Assert.All(counts, static difference => Assert.Equal(0, difference));
    }

    [Fact]
    public async Task Executors_are_told_the_ids_of_the_accelerators()
    {
        var told = new ConcurrentDictionary<string, string>();
        var executor = new FakeExecutor(
            async (attempt, cancellationToken) =>
            {
                var invocation = await attempt.DescribeAsync();
                told[invocation.Stage] = invocation.Devices is { } ids ? string.Join(',', ids) : "(unknown)";
                return await attempt.InvokeAsync(cancellationToken);
            }
        );
        var graph = new Graph();
        graph.Add("Two", [], static _ => 1, static stage => new LambdaStage(stage) { Policy = new StagePolicy { Gpu = 2 } });
        graph.Add("None", [], static _ => 1);

        await _store.RunAsync(
            graph,
            options => options with { Executor = executor, Gpus = 3, GpuIds = ["7", "GPU-a", "9"], UseCache = false }
        );
        Assert.Equal(("7,GPU-a", ""), (told["Two"], told["None"]));

        var report = await _store.RunAsync(graph, options => options with { Executor = executor, UseCache = false });
        Assert.Equal(("(unknown)", "(unknown)"), (told["Two"], told["None"]));
        Assert.Contains(
            "It asks for 2 accelerators and gets 0: say how many there are by --gpus",
            report.Warnings[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sets_of_accelerators_are_bits()
    {
        Assert.Equal(0b0111UL, DeviceBits.First(3));
        Assert.Equal(ulong.MaxValue, DeviceBits.First(64));
        Assert.Equal(ulong.MaxValue, DeviceBits.First(1000));
        Assert.Equal(0UL, DeviceBits.First(-1));
        Assert.Equal(0b0110UL, DeviceBits.Lowest(0b1110, 2));
        Assert.Equal(0b1110UL, DeviceBits.Lowest(0b1110, 9));
        Assert.Equal([1, 3, 63], DeviceBits.PositionsOf((1UL << 63) | 0b1010));
        Assert.Empty(DeviceBits.PositionsOf(0));
    }
}
