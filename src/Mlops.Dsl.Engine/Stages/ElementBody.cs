using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Runs an attempt of one element of a fan-out in this process, and commits it.</summary>
internal sealed class ElementBody(RunSession run, AttemptRunner attempts, OutputCollector outputs) : IAttemptBody
{
    public async ValueTask<AttemptResult> InvokeAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var (definition, element) = (attempt.Definition, attempt.Element!);
        var inputs = await outputs.LoadInputsAsync(definition);
        inputs[definition.ForEachInput] = element.Slot;
        var slots = OutputCollector.CreateSlots(definition);
        var call = new StageCall(run.Pipeline, inputs, slots) { Context = attempt.Context, Services = run.Options.Services };
        var result = await attempts.RunAsync(attempt.Stage, call, attempt.Context, element.Index, cancellationToken);
        element.Duration = run.Options.TimeProvider.GetElapsedTime(element.StartTimestamp);
        if (!result.IsSuccess)
        {
            return result;
        }

        if (!attempt.TryClaim())
        {
            return AttemptResult.Cancelled;
        }

        return await KeepAsync(attempt, inputs, slots) is { } error ? new AttemptResult(error) : default;
    }

    private async ValueTask<StageError?> KeepAsync(StageAttempt attempt, ArtifactSlot[] inputs, ArtifactSlot[] slots)
    {
        var (stage, definition, element) = (attempt.Stage, attempt.Definition, attempt.Element!);
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
            await journal.CommitAsync(stage, element, kept!, attempt);
        }

        return null;
    }
}
