using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Engine;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.EngineCrashChild;

/// <summary>A pipeline with a bit of everything that can be interrupted.</summary>
internal static class CrashPipeline
{
    public const int Elements = 40;

    /// <summary>Builds the graph.</summary>
    /// <param name="ledger">What is told of every call.</param>
    /// <param name="name">The pipeline's name: pipelines of different names compute different things.</param>
    public static Graph Create(Ledger ledger, string name)
    {
        var graph = new Graph { Name = name };
        var source = graph.Add(
            "Source",
            [],
            _ => Do(ledger, "Source", 1),
            static stage => new LambdaStage(stage) { Kind = StageKind.Source }
        );
        var previous = source;
        for (var i = 0; i < 12; i++)
        {
            var link = string.Create(CultureInfo.InvariantCulture, $"Link{i}");
            previous = graph.Add(link, [previous], values => Do(ledger, link, values[0] + name.Length));
        }

        var draw = graph.Add(
            "Draw",
            [source],
            _ => Do(ledger, "Draw", 42),
            static stage => new LambdaStage(stage) { Policy = new StagePolicy { NoCache = true } }
        );
        var items = graph.Add(
            "Items",
            [Graph.Input(previous)],
            [Graph.List("Items")],
            call =>
                call.SetOutput<List<long>>(
                    0,
                    [.. Enumerable.Range(0, Elements).Select(i => Do(ledger, "Items", i + call.GetInput<long>(0)))]
                )
        );
        var each = graph.AddForEach(
            "Each",
            items,
            (call, item) => Do(ledger, string.Create(CultureInfo.InvariantCulture, $"Each[{item}]"), item * 2)
        );
        var sum = graph.Add(
            "Sum",
            [Graph.Input(each), Graph.Input(draw)],
            [Graph.Long("Sum")],
            call => call.SetOutput(0, Do(ledger, "Sum", call.GetInput<IReadOnlyList<long>>(0).Sum() + call.GetInput<long>(1)))
        );
        var file = graph.Add(
            "File",
            [Graph.Input(source)],
            [new OutputDefinition<FileArtifact>("File", "FileArtifact", Codecs.FileArtifact)],
            call => WriteFile(ledger, call)
        );
        graph.Add("Send", [Graph.Input(sum)], [], _ => Do(ledger, "Send", 0));
        graph.Add(
            "Size",
            [Graph.Input(file)],
            [Graph.Long("Size")],
            call =>
                call.SetOutput(0, Do(ledger, "Size", call.GetInput<FileArtifact>(0).ReadAllBytes().LongCount(static value => value == 7)))
        );
        graph.Add(
            "Release",
            [sum],
            values => Do(ledger, "Release", values[0]),
            stage => new LambdaStage(stage) { Kind = StageKind.Publish, PublishName = $"sum of {name}" }
        );
        return graph;
    }

    private static void WriteFile(Ledger ledger, StageCall call)
    {
        using (var stream = call.Context.CreateFile("bytes.bin"))
        {
            for (var i = 0; i < 64; i++)
            {
                stream.Write(Enumerable.Repeat((byte)(i % 8), 16 * 1024).ToArray());
            }
        }

        ledger.Called("File");
        call.SetOutput(0, call.Context.GetFile("bytes.bin"));
    }

    private static long Do(Ledger ledger, string stage, long value)
    {
        // Long enough that a kill at a random time meets every stage.
        Thread.Sleep(1);
        ledger.Called(stage);
        return value;
    }
}
