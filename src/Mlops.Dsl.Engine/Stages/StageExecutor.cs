using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Does what a stage's turn brings: skips it, reuses it, opens it as a fan-out, or runs it and keeps what it returns.</summary>
internal sealed class StageExecutor
{
    private readonly RunSession _run;
    private readonly Scheduler _scheduler;
    private readonly Admission _admission;
    private readonly AttemptRunner _attempts;
    private readonly OutputCollector _outputs;
    private readonly ElementExecutor _elements;
    private readonly StageBody _body;
    private readonly ExecutorCall _calls;

    public StageExecutor(RunSession run, ResourcePool resources)
    {
        _run = run;
        _scheduler = new Scheduler(run.Plan, resources, ExecuteAsync);
        _admission = new Admission(run);
        _attempts = new AttemptRunner(run);
        _outputs = new OutputCollector(run);
        _body = new StageBody(run, _attempts, _outputs);
        _calls = new ExecutorCall(run, new OutcomeAdopter(run));
        _elements = new ElementExecutor(run, _scheduler, _calls, new ElementBody(run, _attempts, _outputs), _outputs, this);
    }

    /// <summary>Who decides when.</summary>
    public Scheduler Scheduler => _scheduler;

    /// <summary>Settles a stage: nothing more will happen to it.</summary>
    public void Settle(StageRun stage, StageOutcome outcome, string? reason = null)
    {
        stage.Reason = reason ?? stage.Reason;
        stage.Outcome = outcome;
        if (_run.Journal is { } journal)
        {
            journal.Record(stage);
        }
        else
        {
            _run.Report(stage);
        }

        Release(stage.Definition);
        _scheduler.Finish(stage.Definition.Index);
    }

    /// <summary>Settles a stage whose elements are all done.</summary>
    public async ValueTask SettleFanOutAsync(StageRun stage)
    {
        var fanOut = stage.FanOut!;
        fanOut.List = null;
        stage.Duration = _run.Options.TimeProvider.GetElapsedTime(stage.StartTimestamp);
        if (fanOut.Failed > 0)
        {
            var first = fanOut.FirstError!;
            await FailAsync(
                stage,
                first with
                {
                    Message = $"{fanOut.Failed} of {fanOut.Count} elements failed; element {first.Element}: {first.Message}",
                }
            );
        }
        else if (fanOut.IsCancelled)
        {
            Settle(stage, StageOutcome.Cancelled, "the run was cancelled");
        }
        else
        {
            for (var i = 0; i < fanOut.Collections.Length; i++)
            {
                stage.Outputs[i].Set(fanOut.Collections[i], await fanOut.Collections[i].KeepAsync(CancellationToken.None));
            }

            await SucceedAsync(stage);
        }
    }

    private async ValueTask ExecuteAsync(WorkItem item)
    {
        var stage = _run.Stages[item.Stage];
        if (item.IsElement)
        {
            await _elements.ExecuteAsync(stage, item);
            return;
        }

        try
        {
            if (!stage.IsAdmitted && await TrySettleAsync(stage, item))
            {
                return;
            }

            if (stage.Definition.IsForEach)
            {
                await OpenAsync(stage);
            }
            else
            {
                await AttemptAsync(stage, item);
            }
        }
        catch (Exception exception) when (StageErrors.IsOfStage(exception))
        {
            await FailAsync(stage, await _outputs.ExplainAsync(stage.Definition, element: null, exception));
        }
    }

    private async ValueTask<bool> TrySettleAsync(StageRun stage, WorkItem item)
    {
        if (await _admission.FindObstacleAsync(stage) is { } obstacle)
        {
            Settle(stage, StageOutcome.Skipped, obstacle);
            return true;
        }

        stage.Reason = "in memory nothing is kept";
        if (_run.Journal is not { } journal)
        {
            stage.IsAdmitted = true;
            return false;
        }

        if (stage.Definition.FromPublished is not null)
        {
            await TakePublishedAsync(stage, journal);
            return true;
        }

        if (stage.Definition.HasVersionToken && await _attempts.GetVersionTokenAsync(stage) is { IsSuccess: false } failure)
        {
            stage.Attempts = item.Attempt;
            await EndAsync(stage, failure, item);
            return true;
        }

        if (await journal.Cache.TryReuseAsync(stage))
        {
            await journal.PublishReusedAsync(stage);
            Settle(stage, StageOutcome.Reused);
            return true;
        }

        await journal.ExplainAsync(stage);
        stage.IsAdmitted = true;
        return false;
    }

    private async ValueTask TakePublishedAsync(StageRun stage, RunJournal journal)
    {
        try
        {
            await journal.Published.TakeAsync(stage);
        }
        catch (SourceException exception)
        {
            stage.Attempts = 1;
            await FailAsync(stage, StageErrors.From(stage.Definition, element: null, exception));
            return;
        }

        Settle(stage, StageOutcome.Reused);
    }

    private async ValueTask OpenAsync(StageRun stage)
    {
        var definition = stage.Definition;
        var input = definition.Inputs[definition.ForEachInput];
        var list = await _run.Stages[input.Stage].Outputs[input.Output].GetAsync(_run.Keeper);
        var count = input.Elements!.Count(list);
        var collections = new ElementCollection[definition.Outputs.Count];
        for (var i = 0; i < collections.Length; i++)
        {
            collections[i] = _run.Keeper.Collect(definition.Outputs[i], count);
        }

        Start(stage, attempt: 1);
        stage.FanOut = new FanOut(input.Elements, list, collections);
        if (count == 0)
        {
            await SettleFanOutAsync(stage);
        }
        else
        {
            _scheduler.OpenFanOut(definition.Index, count);
        }
    }

    private async ValueTask AttemptAsync(StageRun stage, WorkItem item)
    {
        var definition = stage.Definition;
        if (definition.IsEffect && _run.Journal is { } journal)
        {
            await journal.FlushAsync(stage);
        }

        Start(stage, item.Attempt);
        var attempt = new StageAttempt(_run, stage, element: null, item, _body);
        try
        {
            var result = await _calls.RunAsync(attempt);
            if (attempt.Result is null)
            {
                stage.Duration = _run.Options.TimeProvider.GetElapsedTime(stage.StartTimestamp);
            }

            stage.Metrics = attempt.Context.Metrics;
            stage.Effect = result.IsSuccess ? attempt.Effect : null;
            await EndAsync(stage, result, item);
        }
        finally
        {
            if (_run.Journal is not null || !stage.HasOutputs)
            {
                attempt.RemoveFolders();
            }
        }
    }

    private ValueTask EndAsync(StageRun stage, AttemptResult result, WorkItem item)
    {
        if (result.IsSuccess)
        {
            return SucceedAsync(stage);
        }

        if (result.IsCancelled)
        {
            Settle(stage, StageOutcome.Cancelled, "the run was cancelled");
            return ValueTask.CompletedTask;
        }

        if (item.Attempt < stage.Definition.Policy.Attempts && !_run.StopToken.IsCancellationRequested)
        {
            RetryLater.Schedule(_run, _scheduler, stage, result.Error!, item);
            return ValueTask.CompletedTask;
        }

        return FailAsync(stage, result.Error!);
    }

    private async ValueTask SucceedAsync(StageRun stage)
    {
        if (stage.Definition.Kind == StageKind.Gate && await stage.Outputs[0].GetAsync(_run.Keeper) is ArtifactSlot<GateResult> gate)
        {
            stage.Gate = gate.Value;
        }

        stage.Outcome = StageOutcome.Executed;
        if (_run.Journal is { } journal)
        {
            await journal.CommitAsync(stage);
        }
        else
        {
            if (stage.Effect is not null)
            {
                _run.Observers.Warn(
                    $"What '{stage.Definition.Name}' asks for is not done: a run in memory has no outbox. Give the run a store."
                );
            }

            _run.Report(stage);
        }

        Release(stage.Definition);
        _scheduler.Finish(stage.Definition.Index);
    }

    /// <summary>Settles a stage that failed.</summary>
    public async ValueTask FailAsync(StageRun stage, StageError error)
    {
        stage.Error = error;
        stage.Reason = error.Message;
        stage.Outcome = StageOutcome.Failed;
        if (_run.Journal is { } journal)
        {
            await journal.CommitFailureAsync(stage);
        }
        else
        {
            _run.Report(stage);
        }

        Release(stage.Definition);
        _scheduler.Finish(stage.Definition.Index);
    }

    private void Start(StageRun stage, int attempt)
    {
        stage.Attempts = attempt;
        stage.Started = _run.Options.TimeProvider.GetUtcNow();
        stage.StartTimestamp = _run.Options.TimeProvider.GetTimestamp();
        _run.Observers.StageStarted(stage.Definition, stage.Reason, attempt);
    }

    private void Release(StageDefinition definition)
    {
        foreach (var input in definition.Inputs)
        {
            _run.Stages[input.Stage].Outputs[input.Output].Release();
        }

        foreach (var condition in definition.Conditions)
        {
            if (condition.Stage >= 0)
            {
                _run.Stages[condition.Stage].Outputs[condition.Output].Release();
            }
        }
    }
}
