using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Does one element of a fan-out. Of all elements, only those that run are in memory.</summary>
internal sealed class ElementExecutor(
    RunSession run,
    Scheduler scheduler,
    AttemptRunner attempts,
    OutputCollector outputs,
    StageExecutor stages
)
{
    /// <summary>Reuses or runs the element; settles the stage after the last one.</summary>
    public async ValueTask ExecuteAsync(StageRun stage, WorkItem item)
    {
        var element = new ElementRun(item.Element, stage.FanOut!.Access.CreateSlot()) { Attempts = item.Attempt };
        AttemptResult result;
        try
        {
            await LoadAsync(stage, element);
            result = await DoAsync(stage, element);
        }
        catch (Exception exception) when (StageErrors.IsOfStage(exception))
        {
            result = new(await outputs.ExplainAsync(stage.Definition, item.Element, exception));
        }

        if (result.Error is { } error && item.Attempt < stage.Definition.Policy.Attempts && !run.StopToken.IsCancellationRequested)
        {
            RetryLater.Schedule(run, scheduler, stage, error, item);
            return;
        }

        if (stage.FanOut.Add(result, element.IsReused) is { } share)
        {
            run.Observers.StageProgressed(stage.Definition, share, message: null);
        }

        if (scheduler.FinishElement(item.Stage))
        {
            await stages.SettleFanOutAsync(stage);
        }
    }

    private async ValueTask LoadAsync(StageRun stage, ElementRun element)
    {
        var fanOut = stage.FanOut!;
        var list = fanOut.List!;
        if (element.Attempts > 1)
        {
            // The failed attempt may have changed the element; a list of values that can be changed is decoded afresh.
            var input = stage.Definition.Inputs[stage.Definition.ForEachInput];
            list = await run.Stages[input.Stage].Outputs[input.Output].GetAsync(run.Keeper);
        }

        fanOut.Access.Load(list, element.Index, element.Slot);
    }

    private async ValueTask<AttemptResult> DoAsync(StageRun stage, ElementRun element)
    {
        if (run.Journal is { } journal && await journal.Cache.TryReuseAsync(stage, element))
        {
            element.IsReused = true;
            return default;
        }

        var definition = stage.Definition;
        element.Start(run.Options.TimeProvider);
        var inputs = await outputs.LoadInputsAsync(definition);
        inputs[definition.ForEachInput] = element.Slot;
        var slots = OutputCollector.CreateSlots(definition);
        var context = new RunStageContext(run, stage, element.Index);
        var call = new StageCall(run.Pipeline, inputs, slots) { Context = context, Services = run.Options.Services };
        var isKept = false;
        try
        {
            var result = await attempts.RunAsync(stage, call, context, element.Index);
            element.Duration = run.Options.TimeProvider.GetElapsedTime(element.StartTimestamp);
            if (!result.IsSuccess)
            {
                return result;
            }

            if (await KeepAsync(stage, element, inputs, slots, context) is { } error)
            {
                return new AttemptResult(error);
            }

            isKept = true;
            return default;
        }
        finally
        {
            if (run.Journal is not null || !isKept)
            {
                context.RemoveTemporaryDirectory();
            }
        }
    }

    private async ValueTask<StageError?> KeepAsync(
        StageRun stage,
        ElementRun element,
        ArtifactSlot[] inputs,
        ArtifactSlot[] slots,
        RunStageContext context
    )
    {
        var definition = stage.Definition;
        if (outputs.Check(definition, element.Index, inputs, slots) is { } fault)
        {
            return fault;
        }

        var kept = slots.Length == 0 ? [] : new KeptArtifact?[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            (kept[i], var error) = await outputs.KeepAsync(definition, i, slots[i], element.Index);
            if (error is not null)
            {
                return error;
            }

            stage.FanOut!.Collections[i].Set(element.Index, slots[i], kept[i]);
        }

        if (run.Journal is { } journal)
        {
            await journal.CommitAsync(stage, element, kept!, context);
        }

        return null;
    }
}
