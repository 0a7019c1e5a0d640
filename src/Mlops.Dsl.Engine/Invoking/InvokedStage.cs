using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Runs a described attempt as the engine runs its own, but for what it returns: that goes into a folder.</summary>
internal sealed class InvokedStage(
    RunSession session,
    StageDefinition definition,
    FolderArtifactStore artifacts,
    StageInvocation invocation
)
{
    private readonly OutputCollector _outputs = new(session);
    private readonly StageRun _stage = session.Stages[definition.Index];

    /// <summary>Runs it.</summary>
    /// <param name="withMetrics">Whether the outcome holds the metrics.</param>
    public async Task<InvocationOutcome> RunAsync(bool withMetrics)
    {
        var outcome = new InvocationOutcome { Lease = invocation.Lease };
        var context = new RunStageContext(session, _stage, invocation.Element, DeviceBits.First(invocation.Devices?.Count ?? 0));
        StageError? error;
        try
        {
            TakeInputs();
            var inputs = await _outputs.LoadInputsAsync(definition);
            if (invocation.Element is { } index)
            {
                inputs[definition.ForEachInput] = await LoadElementAsync(index);
            }

            var slots = OutputCollector.CreateSlots(definition);
            var call = new StageCall(session.Pipeline, inputs, slots)
            {
                Context = context,
                Services = session.Options.Services,
                Answers = session.Answers,
            };
            var attempts = new AttemptRunner(session);
            var result = await attempts.RunAsync(_stage, call, context, invocation.Element, session.StopToken);
            if (result.IsCancelled)
            {
                return outcome with { Failure = new InvocationFailure(FailureKind.Cancelled, "it was cancelled") };
            }

            error = result.Error ?? _outputs.Check(definition, invocation.Element, inputs, slots);
            if (error is null)
            {
                (var written, error) = await WriteAsync(slots);
                outcome = outcome with { Outputs = written, Effect = RequestedEffect.Of(call.Effect) };
            }
        }
        catch (Exception exception) when (StageErrors.IsOfStage(exception))
        {
            error =
                exception is StoreException
                    ? StageErrors.Found(definition, invocation.Element, exception.Message)
                    : StageErrors.From(definition, invocation.Element, exception);
        }

        return outcome with
        {
            Outputs = error is null ? outcome.Outputs : [],
            Effect = error is null ? outcome.Effect : null,
            DependsOnPosition = context.DependsOnIndex,
            Metrics = withMetrics ? context.Metrics : [],
            Failure = error is null ? null : new InvocationFailure(FailureKind.Stage, error.Message, error.Details),
        };
    }

    private void TakeInputs()
    {
        foreach (var file in invocation.Files)
        {
            artifacts.Add(file.Content, file.Path);
        }

        for (var i = 0; i < definition.Inputs.Count; i++)
        {
            var (input, given) = (definition.Inputs[i], invocation.Inputs[i]);
            var reference = new ArtifactReference(given.Content, Length: 0, IsInline: false, HasFiles: false);
            session.Stages[input.Stage].Outputs[input.Output].Set(slot: null, new CommittedValue(reference));
        }
    }

    private async ValueTask<ArtifactSlot> LoadElementAsync(int index)
    {
        var input = definition.Inputs[definition.ForEachInput];
        var list = await session.Stages[input.Stage].Outputs[input.Output].GetAsync(session.Keeper);
        var element = input.Elements!.CreateSlot();
        input.Elements.Load(list, index, element);
        return element;
    }

    private async ValueTask<(IReadOnlyList<OutputReference> Written, StageError? Error)> WriteAsync(ArtifactSlot[] slots)
    {
        var written = new OutputReference[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var (kept, error) = await _outputs.KeepAsync(definition, i, slots[i], invocation.Element);
            if (error is not null)
            {
                return ([], error);
            }

            var artifact = ((StoredValue)kept!).Artifact;
            written[i] = new OutputReference(
                definition.Outputs[i].Name,
                artifact.Hash,
                definition.Outputs[i].Schema,
                artifacts.PathOf(artifact.Hash),
                [.. artifact.Files.Distinct().Select(file => new FileReference(file, artifacts.PathOf(file)))]
            );
        }

        return (written, null);
    }
}
