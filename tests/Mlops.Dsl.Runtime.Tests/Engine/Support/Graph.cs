using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>The pipeline class of hand-built graphs.</summary>
internal sealed class GraphPipeline
{
    public double TrainShare { get; init; } = 0.8;
}

/// <summary>Builds pipelines by hand, as the generator would.</summary>
internal sealed class Graph
{
    private readonly List<StageDefinition> _stages = [];

    public string Name { get; init; } = "graph";

    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    public int Count => _stages.Count;

    public static OutputDefinition Long(string name) => new OutputDefinition<long>(name, "long", LongCodec.Instance);

    public static OutputDefinition Flag(string name) => new OutputDefinition<bool>(name, "bool", FlagCodec.Instance);

    public static OutputDefinition List(string name) => new OutputDefinition<List<long>>(name, "List<long>", ListCodec.Instance);

    public static OutputDefinition Text(string name) => new OutputDefinition<string>(name, "string", TextCodec.Instance);

    /// <summary>Adds a stage that returns a number computed from the numbers of others.</summary>
    public int Add(string name, int[] from, Func<long[], long> compute, Func<LambdaStage, LambdaStage>? change = null) =>
        Add(
            name,
            [.. from.Select(Input)],
            [Long(name)],
            call =>
            {
                var values = new long[from.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = call.GetInput<long>(i);
                }

                call.SetOutput(0, compute(values));
            },
            change
        );

    /// <summary>Adds a gate over a number.</summary>
    public int AddGate(string name, int from, Func<long, GateResult> decide) =>
        Add(
            name,
            [Input(from)],
            [new OutputDefinition<GateResult>(name, "GateResult", GateCodec.Instance)],
            call => call.SetOutput(0, decide(call.GetInput<long>(0))),
            stage => new LambdaStage(stage) { Kind = StageKind.Gate }
        );

    /// <summary>Adds any stage with a synchronous method.</summary>
    public int Add(
        string name,
        InputDefinition[] inputs,
        OutputDefinition[] outputs,
        Action<StageCall> body,
        Func<LambdaStage, LambdaStage>? change = null
    ) =>
        AddAsync(
            name,
            inputs,
            outputs,
            call =>
            {
                body(call);
                return ValueTask.CompletedTask;
            },
            change
        );

    /// <summary>Adds any stage.</summary>
    public int AddAsync(
        string name,
        InputDefinition[] inputs,
        OutputDefinition[] outputs,
        Func<StageCall, ValueTask> body,
        Func<LambdaStage, LambdaStage>? change = null
    )
    {
        var stage = new LambdaStage(body)
        {
            Index = _stages.Count,
            Name = name,
            Kind = StageKind.Stage,
            Inputs = inputs,
            Outputs = outputs,
            Location = string.Create(CultureInfo.InvariantCulture, $"Graph.cs:{_stages.Count + 1}"),
        };
        _stages.Add(change is null ? stage : change(stage));
        return stage.Index;
    }

    /// <summary>Adds a stage that runs once per element of a list of numbers.</summary>
    public int AddForEach(string name, int list, Func<StageCall, long, long> compute, Func<LambdaStage, LambdaStage>? change = null) =>
        Add(
            name,
            [new InputDefinition("item", list, 0, new ElementAccess<List<long>, long>(LongCodec.Instance))],
            [Long(name)],
            call => call.SetOutput(0, compute(call, call.GetInput<long>(0))),
            stage => change?.Invoke(new LambdaStage(stage) { ForEachInput = 0 }) ?? new LambdaStage(stage) { ForEachInput = 0 }
        );

    public static InputDefinition Input(int stage) => new(string.Create(CultureInfo.InvariantCulture, $"s{stage}"), stage, 0);

    public PipelineDefinition<GraphPipeline> Build() =>
        Build(static values => new GraphPipeline { TrainShare = values.Get("TrainShare", 0.8) });

    public PipelineDefinition<TPipeline> Build<TPipeline>(Func<ParameterValues, TPipeline> create)
        where TPipeline : class =>
        new()
        {
            Name = Name,
            Version = "1.0.0",
            Parameters = Parameters,
            Stages = [.. _stages],
            Create = create,
        };
}
