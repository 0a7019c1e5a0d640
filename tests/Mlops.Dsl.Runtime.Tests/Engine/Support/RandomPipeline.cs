using System.Collections.Concurrent;
using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What kinds of stages random pipelines have.</summary>
internal enum RandomKind
{
    Source,
    Plain,
    Gate,
    NoCache,
    Effect,
}

/// <summary>One stage of a random pipeline. What it returns is a small number, so that different inputs often give equal outputs.</summary>
internal sealed class RandomStage
{
    public required int Index { get; init; }

    public required RandomKind Kind { get; init; }

    public required int[] Inputs { get; init; }

    public required int[] After { get; init; }

    public required (int Gate, bool Expected)[] Conditions { get; init; }

    public required double Cpu { get; init; }

    public required bool ReadsShare { get; init; }

    public int Version { get; set; }

    public long Data { get; set; }

    public bool Fails { get; set; }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"S{Index}");

    /// <summary>What the stage returns: a gate 0 or 1, others 0 to 2.</summary>
    public long Compute(double share, ReadOnlySpan<long> inputs)
    {
        var mixed = (Index * 7L) + (Version * 3L) + (Kind == RandomKind.Source ? Data : 0) + (ReadsShare ? (long)(share * 10) : 0);
        foreach (var input in inputs)
        {
            mixed = (mixed * 31) + input;
        }

        return mixed % (Kind == RandomKind.Gate ? 2 : 3);
    }
}

/// <summary>A pipeline made at random, that the engine runs and the model predicts.</summary>
internal sealed class RandomPipeline
{
    private double _usedCpu;

    public RandomPipeline(Random random, int count)
    {
        Stages = new RandomStage[count];
        for (var i = 0; i < count; i++)
        {
            var usable = Enumerable.Range(0, i).Where(other => Stages[other].Kind != RandomKind.Effect).ToArray();
            var gates = Enumerable.Range(0, i).Where(other => Stages[other].Kind == RandomKind.Gate).ToArray();
            var kind =
                i == 0 || random.Next(8) == 0
                    ? RandomKind.Source
                    : (RandomKind)(
                        random.Next(10) switch
                        {
                            < 6 => 1,
                            < 8 => 2,
                            8 => 3,
                            _ => 4,
                        }
                    );
            Stages[i] = new RandomStage
            {
                Index = i,
                Kind = kind,
                Inputs =
                    kind == RandomKind.Source
                        ? []
                        :
                        [
                            .. Enumerable
                                .Range(0, random.Next(1, 4))
                                .Select(_ => usable[random.Next(Math.Max(0, usable.Length - 12), usable.Length)]),
                        ],
                After = random.Next(10) == 0 && i > 0 ? [random.Next(i)] : [],
                Conditions = gates.Length > 0 && random.Next(5) == 0 ? [(gates[random.Next(gates.Length)], random.Next(2) == 0)] : [],
                Cpu = random.Next(6) switch
                {
                    0 => 2,
                    1 => 0.5,
                    2 => 3,
                    _ => 1,
                },
                ReadsShare = random.Next(6) == 0,
            };
        }
    }

    public RandomStage[] Stages { get; }

    /// <summary>The stages whose methods were called, in any order.</summary>
    public ConcurrentBag<int> Called { get; } = [];

    /// <summary>The order in which stages started.</summary>
    public ConcurrentQueue<int> Started { get; } = [];

    /// <summary>The cores that were in use at most.</summary>
    public double MostCpu { get; private set; }

    public Graph ToGraph()
    {
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
        foreach (var stage in Stages)
        {
            OutputDefinition[] outputs = stage.Kind switch
            {
                RandomKind.Effect => [],
                RandomKind.Gate => [new OutputDefinition<GateResult>(stage.Name, "GateResult", GateCodec.Instance)],
                _ => [Graph.Long(stage.Name)],
            };
            graph.AddAsync(
                stage.Name,
                [.. stage.Inputs.Select((input, i) => new InputDefinition($"i{i}", input, 0))],
                outputs,
                call => CallAsync(stage, call),
                definition => new LambdaStage(definition)
                {
                    Kind = stage.Kind switch
                    {
                        RandomKind.Source => StageKind.Source,
                        RandomKind.Gate => StageKind.Gate,
                        _ => StageKind.Stage,
                    },
                    After = stage.After,
                    Conditions =
                    [
                        .. stage.Conditions.Select(condition => new StageCondition(
                            Stages[condition.Gate].Name,
                            condition.Expected,
                            condition.Gate
                        )),
                    ],
                    Policy = new StagePolicy { Cpu = stage.Cpu, NoCache = stage.Kind == RandomKind.NoCache },
                }
            );
        }

        return graph;
    }

    private async ValueTask CallAsync(RandomStage stage, StageCall call)
    {
        Called.Add(stage.Index);
        Started.Enqueue(stage.Index);
        lock (Called)
        {
            _usedCpu += stage.Cpu;
            MostCpu = Math.Max(MostCpu, _usedCpu);
        }

        if (stage.Index % 3 == 0)
        {
            await Task.Yield();
        }

        lock (Called)
        {
            _usedCpu -= stage.Cpu;
        }

        if (stage.Fails)
        {
            throw new InvalidOperationException("told to fail");
        }

        var inputs = new long[stage.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] =
                Stages[stage.Inputs[i]].Kind == RandomKind.Gate
                    ? Convert.ToInt64(call.GetInput<GateResult>(i).Passed)
                    : call.GetInput<long>(i);
        }

        var value = stage.Compute(call.GetPipeline<GraphPipeline>().TrainShare, inputs);
        switch (stage.Kind)
        {
            case RandomKind.Effect:
                break;
            case RandomKind.Gate:
                call.SetOutput(0, new GateResult(value == 1, "because"));
                break;
            default:
                call.SetOutput(0, value);
                break;
        }
    }
}

/// <summary>What the engine must do, in the simplest words: one stage after the other, and a dictionary for a cache.</summary>
internal sealed class ReferenceModel
{
    private readonly Dictionary<string, long> _cache = [];

    public (StageOutcome[] Outcomes, long[] Values, HashSet<int> Called) Run(RandomPipeline pipeline, double share, bool isInMemory)
    {
        var outcomes = new StageOutcome[pipeline.Stages.Length];
        var values = new long[pipeline.Stages.Length];
        var called = new HashSet<int>();
        foreach (var stage in pipeline.Stages)
        {
            var needed = stage.Inputs.Concat(stage.After).Concat(stage.Conditions.Select(static condition => condition.Gate));
            if (
                needed.Any(other => outcomes[other] is not (StageOutcome.Executed or StageOutcome.Reused))
                || stage.Conditions.Any(condition => (values[condition.Gate] == 1) != condition.Expected)
            )
            {
                outcomes[stage.Index] = StageOutcome.Skipped;
                continue;
            }

            long[] inputs = [.. stage.Inputs.Select(input => values[input])];
            var key = string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Name} v{stage.Version} {(stage.ReadsShare ? share : 0)} {string.Join(',', inputs)}"
            );
            var isCached = !isInMemory && stage.Kind is (RandomKind.Plain or RandomKind.Gate);
            if (isCached && _cache.TryGetValue(key, out values[stage.Index]))
            {
                outcomes[stage.Index] = StageOutcome.Reused;
                continue;
            }

            called.Add(stage.Index);
            if (stage.Fails)
            {
                outcomes[stage.Index] = StageOutcome.Failed;
                continue;
            }

            values[stage.Index] = stage.Compute(share, inputs);
            key += stage.Kind == RandomKind.Source ? $" returned {values[stage.Index]}" : "";
            var isKnownSource = !isInMemory && stage.Kind == RandomKind.Source && _cache.ContainsKey(key);
            outcomes[stage.Index] = isKnownSource ? StageOutcome.Reused : StageOutcome.Executed;
            _cache[key] = values[stage.Index];
        }

        return (outcomes, values, called);
    }
}
