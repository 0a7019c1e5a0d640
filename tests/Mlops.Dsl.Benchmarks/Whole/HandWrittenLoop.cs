using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>The floor of an in-memory run: every stage of a chain called in order, with nothing around it.</summary>
internal sealed class HandWrittenLoop
{
    private readonly StageDefinition[] _stages;
    private readonly StageCall[] _calls;

    public HandWrittenLoop(PipelineDefinition definition, object pipeline)
    {
        _stages = [.. definition.Stages];
        var slots = Array.ConvertAll(_stages, stage => stage.Outputs[0].CreateSlot());
        _calls = Array.ConvertAll(
            _stages,
            stage => new StageCall(pipeline, [.. stage.Inputs.Select(input => slots[input.Stage])], [slots[stage.Index]])
        );
    }

    public void Run()
    {
        for (var i = 0; i < _stages.Length; i++)
        {
            // Of a call that completed synchronously the task is a shared one.
            _stages[i].InvokeAsync(_calls[i]).AsTask().GetAwaiter().GetResult();
        }
    }
}
