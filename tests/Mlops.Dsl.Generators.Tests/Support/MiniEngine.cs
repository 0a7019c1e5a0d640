using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>
/// Calls the stages of a definition one after the other, with nothing between them but the slots: what an engine does at least.
/// </summary>
internal sealed class MiniEngine(PipelineDefinition definition, object pipeline, IServiceProvider? services = null)
{
    private readonly Dictionary<(int Stage, int Output), ArtifactSlot> _values = [];

    public static async Task<MiniEngine> RunAsync(
        PipelineDefinition definition,
        ParameterValues? values = null,
        IServiceProvider? services = null
    )
    {
        var engine = new MiniEngine(definition, definition.CreateInstance(values ?? new ParameterValues()), services);
        foreach (var stage in definition.Stages)
        {
            await engine.RunAsync(stage);
        }

        return engine;
    }

    /// <summary>An output by its name.</summary>
    public object? this[string output]
    {
        get
        {
            var key = definition
                .Stages.SelectMany(static stage => stage.Outputs.Select((o, ordinal) => (o.Name, Key: (stage.Index, ordinal))))
                .Single(entry => entry.Name == output)
                .Key;
            return _values[key].BoxedValue;
        }
    }

    private async Task RunAsync(StageDefinition stage)
    {
        var inputs = stage.Inputs.Select(input => _values[(input.Stage, input.Output)]).ToArray();
        if (!stage.IsForEach)
        {
            Keep(stage, await CallAsync(stage, inputs, element: null));
            return;
        }

        var elements = stage.Inputs[stage.ForEachInput].Elements!;
        var results = new List<ArtifactSlot[]>();
        for (var i = 0; i < elements.Count(inputs[stage.ForEachInput]); i++)
        {
            var slot = elements.CreateSlot();
            elements.Load(inputs[stage.ForEachInput], i, slot);
            results.Add(await CallAsync(stage, [.. inputs.Select((input, position) => position == stage.ForEachInput ? slot : input)], i));
        }

        Keep(
            stage,
            [
                .. stage.Outputs.Select(
                    (output, ordinal) => output.CreateCollectedSlot(results.Count, (index, target) => Copy(results[index][ordinal], target))
                ),
            ]
        );
    }

    private async Task<ArtifactSlot[]> CallAsync(StageDefinition stage, ArtifactSlot[] inputs, int? element)
    {
        var outputs = stage.Outputs.Select(static output => output.CreateSlot()).ToArray();
        using var context = new DetachedStageContext(stage.Name, element);
        await stage.InvokeAsync(new StageCall(pipeline, inputs, outputs) { Context = context, Services = services });
        return outputs;
    }

    private void Keep(StageDefinition stage, ArtifactSlot[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            _values[(stage.Index, i)] = outputs[i];
        }
    }

    private static void Copy(ArtifactSlot from, ArtifactSlot to) => to.GetType().GetProperty("Value")!.SetValue(to, from.BoxedValue);
}
