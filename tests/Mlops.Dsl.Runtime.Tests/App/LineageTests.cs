using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class LineageTests
{
    [Fact]
    public async Task Of_a_chain_of_5000_stages_is_flat()
    {
        const int Count = 5000;
        using var program = new TestProgram(
            Define("chain", [.. Enumerable.Range(0, Count).Select(static index => new Shape($"S{index}", index == 0 ? [] : [index - 1]))])
        );
        await program.RunAsync("run");

        var json = await program.RunAsync("artifact", "lineage", "S4999", "--json");
        var text = await program.RunAsync("artifact", "lineage", "S4999");

        Assert.Equal((0, 0), (json.ExitCode, text.ExitCode));
        Assert.Equal(Count, json.Json.GetProperty("nodes").GetArrayLength());
        Assert.Equal(Count - 1, json.Json.GetProperty("edges").GetArrayLength());
        var lines = text.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Count, lines.Length);
        Assert.Contains("(4,999) before0 = S0 ", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, static line => Assert.True(line.Length < 250, line));
    }

    [Fact]
    public async Task Of_a_ladder_follows_each_rung_once()
    {
        const int Rungs = 64;
        var shapes = new List<Shape> { new("A0", []) };
        for (var rung = 1; rung <= Rungs; rung++)
        {
            var top = shapes.Count - 1;
            shapes.Add(new Shape(string.Create(CultureInfo.InvariantCulture, $"L{rung}"), [top]));
            shapes.Add(new Shape(string.Create(CultureInfo.InvariantCulture, $"R{rung}"), [top]));
            shapes.Add(new Shape(string.Create(CultureInfo.InvariantCulture, $"A{rung}"), [top + 1, top + 2]));
        }

        using var program = new TestProgram(Define("ladder", shapes));
        await program.RunAsync("run");

        var json = await program.RunAsync("artifact", "lineage", $"A{Rungs}", "--json");
        var text = await program.RunAsync("artifact", "lineage", $"A{Rungs}");

        Assert.Equal(shapes.Count, json.Json.GetProperty("nodes").GetArrayLength());
        Assert.Equal(4 * Rungs, json.Json.GetProperty("edges").GetArrayLength());
        Assert.Equal((4 * Rungs) + 1, text.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Rungs - 1, text.Out.Split(" …as above").Length - 1);
    }

    private static PipelineDefinition<TestPipeline> Define(string name, IReadOnlyList<Shape> shapes) =>
        new()
        {
            Name = name,
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                .. shapes.Select(
                    static (shape, index) =>
                        new TestStage(call =>
                        {
                            // Each returns something of its own, so that its maker is certain.
                            call.SetOutput(0, shape.Name);
                            return ValueTask.CompletedTask;
                        })
                        {
                            Index = index,
                            Name = shape.Name,
                            Kind = StageKind.Stage,
                            Outputs = [new OutputDefinition<string>(shape.Name, "string", TextCodec.Instance)],
                            Inputs =
                            [
                                .. shape.From.Select(
                                    static (from, i) =>
                                        new InputDefinition(string.Create(CultureInfo.InvariantCulture, $"before{i}"), from, 0)
                                ),
                            ],
                        }
                ),
            ],
        };

    private sealed record Shape(string Name, int[] From);
}
