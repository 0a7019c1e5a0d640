using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Does one element of a fan-out. Of all elements, only those that run are in memory.</summary>
internal sealed class ElementExecutor(
    RunSession run,
    Scheduler scheduler,
    ExecutorCall calls,
    ElementBody body,
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
            result = await DoAsync(stage, element, item);
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

    private async ValueTask<AttemptResult> DoAsync(StageRun stage, ElementRun element, WorkItem item)
    {
        if (run.Journal is { } journal && await journal.Cache.TryReuseAsync(stage, element))
        {
            element.IsReused = true;
            return default;
        }

        element.Start(run.Options.TimeProvider);
        var attempt = new StageAttempt(run, stage, element, item, body);
        var isKept = false;
        try
        {
            var result = await calls.RunAsync(attempt);
            isKept = result.IsSuccess;
            return result;
        }
        finally
        {
            if (run.Journal is not null || !isKept)
            {
                attempt.RemoveFolders();
            }
        }
    }
}
