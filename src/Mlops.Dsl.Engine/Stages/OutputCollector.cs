using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Hands a stage its inputs, and checks and keeps what it returns.</summary>
internal sealed class OutputCollector(RunSession run)
{
    /// <summary>An empty slot for each output.</summary>
    public static ArtifactSlot[] CreateSlots(StageDefinition stage)
    {
        var slots = stage.Outputs.Count == 0 ? [] : new ArtifactSlot[stage.Outputs.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = stage.Outputs[i].CreateSlot();
        }

        return slots;
    }

    /// <summary>The inputs of a stage; the list that a fan-out iterates is left out.</summary>
    public async ValueTask<ArtifactSlot[]> LoadInputsAsync(StageDefinition stage)
    {
        var slots = stage.Inputs.Count == 0 ? [] : new ArtifactSlot[stage.Inputs.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            if (i != stage.ForEachInput)
            {
                var input = stage.Inputs[i];
                slots[i] = await run.Stages[input.Stage].Outputs[input.Output].GetAsync(run.Keeper);
            }
        }

        return slots;
    }

    /// <summary>Keeps what a stage returned.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public async ValueTask<StageError?> KeepAsync(StageRun stage, ArtifactSlot[] inputs, ArtifactSlot[] outputs)
    {
        if (Check(stage.Definition, element: null, inputs, outputs) is { } fault)
        {
            return fault;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            if (
                stage.Definition.Kind == StageKind.Source
                && outputs[i] is ArtifactSlot<FileSet> { Value: { Count: > 1 } files }
                && run.Journal is { } journal
            )
            {
                await journal.HashInPlaceAsync(files);
            }

            var (kept, error) = await KeepAsync(stage.Definition, i, outputs[i], element: null);
            if (error is not null)
            {
                return error;
            }

            stage.Outputs[i].Set(IsShared(stage.Definition.Outputs[i], kept) ? outputs[i] : null, kept);
        }

        return null;
    }

    /// <summary>Encodes one value, unless it is only passed on in memory.</summary>
    public async ValueTask<(KeptArtifact? Kept, StageError? Error)> KeepAsync(
        StageDefinition stage,
        int output,
        ArtifactSlot slot,
        int? element
    )
    {
        if (!run.Keeper.KeepsAll && stage.Outputs[output].IsImmutable)
        {
            return default;
        }

        try
        {
            return (await run.Keeper.KeepAsync(stage.Outputs[output], slot, CancellationToken.None), null);
        }
        catch (SourceException exception)
        {
            return (null, StageErrors.From(stage, element, exception));
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            var what =
                $"'{stage.Name}' returned a value of type {stage.Outputs[output].TypeName} for '{stage.Outputs[output].Name}' that can't "
                + $"be stored";
            return (null, StageErrors.Found(stage, element, $"{what}: {exception.Message}", exception));
        }
    }

    /// <summary>
    /// Finds what is wrong with what a stage took and returned, before anything is kept. A gate's reason, which is shown and kept, loses
    /// its secrets.
    /// </summary>
    public StageError? Check(StageDefinition stage, int? element, ArtifactSlot[] inputs, ArtifactSlot[] outputs)
    {
        foreach (var gate in outputs.OfType<ArtifactSlot<GateResult>>().Where(static gate => gate is { HasValue: true, IsNull: false }))
        {
            gate.Value = run.Secrets.Apply(gate.Value);
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            var output = stage.Outputs[i];
            if (!outputs[i].HasValue || (outputs[i].IsNull && !output.AllowsNull))
            {
                return StageErrors.Found(
                    stage,
                    element,
                    $"'{stage.Name}' returned null for '{output.Name}', which is a {output.TypeName}. Return a value, or declare the type "
                        + $"as {output.TypeName}?."
                );
            }
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            if (run.Stages[stage.Inputs[i].Stage].Definition.Kind == StageKind.Source && FindChangedFile(inputs[i]) is { } file)
            {
                return StageErrors.Found(
                    stage,
                    element,
                    $"The file '{file.Location}' changed while the run was using it. Run again, when nobody writes to it."
                );
            }
        }

        return null;
    }

    /// <summary>
    /// Words why a stage's values could not be handled. An artifact that is not there as it was stored is forgotten, so that the next run
    /// computes it again.
    /// </summary>
    public async ValueTask<StageError> ExplainAsync(StageDefinition stage, int? element, Exception exception)
    {
        if (exception is not StoreException problem)
        {
            return StageErrors.From(stage, element, exception);
        }

        await run.Journal!.InvalidateAsync(problem);
        return StageErrors.Found(stage, element, $"{problem.Message} Run again: what made it will be computed again.");
    }

    /// <summary>Whether stages downstream get the value itself. Not where its files have been copied: the originals go away.</summary>
    public static bool IsShared(OutputDefinition output, KeptArtifact? kept) =>
        output.IsImmutable && kept is not { Reference.HasFiles: true };

    private static FileArtifact? FindChangedFile(ArtifactSlot? slot) =>
        slot switch
        {
            ArtifactSlot<FileSet> { Value: { } files } => files.FirstOrDefault(static file => file.HasChanged()),
            ArtifactSlot<FileArtifact> { Value: { } file } when file.HasChanged() => file,
            _ => null,
        };
}
