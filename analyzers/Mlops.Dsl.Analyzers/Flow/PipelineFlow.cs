using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A pipeline, run on marks: each stage in turn with what the engine knows of its inputs.</summary>
internal sealed class PipelineFlow
{
    private readonly Dictionary<StageDeclaration, StageFlow> _stages = [];

    private PipelineFlow(BoundPipeline pipeline) => Pipeline = pipeline;

    public BoundPipeline Pipeline { get; }

    /// <summary>Runs a pipeline, and the rules about its stages. One that waits for itself is not run.</summary>
    public static PipelineFlow Run(BoundPipeline pipeline, FlowEngine engine)
    {
        var flow = new PipelineFlow(pipeline);
        var order = TopologicalOrder.Find(pipeline.Stages) ?? [];
        foreach (var stage in order)
        {
            flow._stages.Add(stage, flow.Run(stage, engine));
        }

        foreach (var stage in order)
        {
            foreach (var rule in engine.Rules)
            {
                rule.Check(flow._stages[stage], flow, engine.Report);
            }
        }

        foreach (var rule in engine.Rules)
        {
            rule.Complete(engine.Report);
        }

        return flow;
    }

    /// <summary>What is known of a stage; null where it has not run.</summary>
    public StageFlow? Find(StageDeclaration stage) => _stages.TryGetValue(stage, out var flow) ? flow : null;

    /// <summary>
    /// The way on which a mark came to an input: the inputs that have it, the asked one first, up to a stage that takes none with it.
    /// </summary>
    public ImmutableArray<StageInput> Trace(StageInput input, Mark mark)
    {
        var way = ImmutableArray.CreateBuilder<StageInput>();
        for (var next = input; next is not null && !way.Contains(next); )
        {
            way.Add(next);
            next = Find(next.Binding.Output.Stage)?.Inputs.FirstOrDefault(i => i.Value.Has(mark));
        }

        return way.ToImmutable();
    }

    private StageFlow Run(StageDeclaration stage, FlowEngine engine)
    {
        ImmutableArray<StageInput> inputs = [.. stage.Inputs.Select(binding => new StageInput(binding, Input(binding, engine)))];
        var arguments = stage.Method.Parameters.Select(parameter =>
            inputs.FirstOrDefault(i => i.Binding.Parameter.Ordinal == parameter.Ordinal)?.Value ?? FlowValue.None
        );
        var result =
            IsPlain(stage, inputs, engine) ? FlowValue.None
            : engine.Bodies.Find(stage.Method) is { } body ? engine.Run(body, FlowValue.None, [.. arguments], new FlowState())?.Value
            : null;
        var value = (result ?? FlowValue.Of(inputs.Aggregate(Mark.None, static (all, i) => all | i.Value.All))).With(
            engine.Symbols.Of(stage.Method).Given
        );
        return new StageFlow(
            stage,
            inputs,
            [.. stage.Outputs.Select(output => Made(output, stage.IsTuple ? value.Element("Item" + (output.Ordinal + 1)) : value, engine))]
        );
    }

    /// <summary>
    /// Whether nothing goes into a stage that has marks, and nothing in it gives any; the body of a partial source is generated, and only
    /// finds its files.
    /// </summary>
    private static bool IsPlain(StageDeclaration stage, ImmutableArray<StageInput> inputs, FlowEngine engine) =>
        (stage.Kind == StageKind.Source && (stage.Method.IsPartialDefinition || stage.Method.PartialDefinitionPart is not null))
        || inputs.All(static input => input.Value.All == Mark.None && input.Value.Functions.IsEmpty)
            && engine.Helpers is { } helpers
            && helpers.Interest(stage.Method) != Mark.Any;

    private FlowValue Made(OutputDeclaration output, FlowValue value, FlowEngine engine) =>
        engine.Rules.Aggregate(value.With(engine.Symbols.Of(output.Type).Given), (made, rule) => rule.Output(output, this, made));

    private FlowValue Input(InputBinding input, FlowEngine engine) =>
        engine.Rules.Aggregate(Output(input.Output, engine), (value, rule) => rule.Input(input, this, value));

    private FlowValue Output(OutputDeclaration output, FlowEngine engine) =>
        Find(output.Stage)?.Outputs[output.Ordinal] ?? FlowValue.None.With(engine.Symbols.Of(output.Type).Given);
}
