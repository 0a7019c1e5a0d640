using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Finds what earlier runs computed from the same code, parameters and inputs.</summary>
internal sealed class StageCache(RunSession run, IStore store, StageKeys keys)
{
    /// <summary>Takes a stage's outputs from an earlier execution, if there is one with its key.</summary>
    public async ValueTask<bool> TryReuseAsync(StageRun stage)
    {
        stage.Key = keys.Find(stage, run.Stages);
        if (stage.Key is not { } key)
        {
            return false;
        }

        return IsLookedUp(stage.Definition) && await store.Runs.FindExecutionAsync(key) is { } found && await TryAdoptAsync(stage, found);
    }

    /// <summary>Takes an element's outputs from an earlier execution, if there is one with its key.</summary>
    public async ValueTask<bool> TryReuseAsync(StageRun stage, ElementRun element)
    {
        if (stage.Key is null)
        {
            return false;
        }

        element.Hash = HashOf(stage, element);
        if (!IsLookedUp(stage.Definition))
        {
            return false;
        }

        // What an element returned may depend on its position as well as on its content: then it was committed under a key with both.
        var found = StageKeys.IsRunEveryTime(stage.Definition) ? null : await FindAsync(KeyOf(stage, element, dependsOnIndex: false));
        found ??= await FindAsync(KeyOf(stage, element, dependsOnIndex: true));
        if (found is null || !IsWhole(found, stage))
        {
            return false;
        }

        for (var i = 0; i < found.Outputs.Count; i++)
        {
            stage.FanOut!.Collections[i].Set(element.Index, slot: null, new CommittedValue(found.Outputs[i]));
        }

        return true;
    }

    /// <summary>The key of an element; null where its stage's code is not known, or no longer.</summary>
    public CacheKey? KeyOf(StageRun stage, ElementRun element, bool dependsOnIndex) =>
        keys.Find(stage, run.Stages, element.Hash, dependsOnIndex ? element.Index : null);

    /// <summary>
    /// What goes into a stage's key, to be kept and shown: without the secrets that a parameter or a version token may hold.
    /// </summary>
    public KeyParts GetParts(StageRun stage) => run.Secrets.Apply(keys.GetParts(stage, run.Stages));

    /// <summary>Whether a source that has just been read returned what an earlier run read; then it counts as reused.</summary>
    public async ValueTask<bool> TryRecognizeAsync(StageRun source)
    {
        source.Key = keys.FindRead(source, run.Stages);
        if (
            !run.Options.UseCache
            || source.Key is not { } key
            || await store.Runs.FindExecutionAsync(key) is not { } found
            || !IsWhole(found, source)
        )
        {
            return false;
        }

        source.Execution = found.Execution;
        source.ReusedFrom = found.RunId;
        source.Reason = FingerprintHoles.Reason($"unchanged since run {found.RunId}", source);
        return true;
    }

    /// <summary>
    /// Whether an earlier execution may stand for this one. A source is read in any case, unless a version token tells that its data is the
    /// same.
    /// </summary>
    private bool IsLookedUp(StageDefinition stage) =>
        StageKeys.IsRunEveryTime(stage)
            ? run.Options.ResumeOf is not null
            : run.Options.UseCache && (stage.Kind != StageKind.Source || stage.HasVersionToken);

    /// <summary>
    /// Whether all outputs of an execution are known and there: somebody may have taken records out of the store, or objects.
    /// </summary>
    private bool IsWhole(CachedExecution found, StageRun stage) =>
        found.Outputs.Count == stage.Outputs.Length && found.Outputs.All(store.Artifacts.Exists);

    private async ValueTask<CachedExecution?> FindAsync(CacheKey? key) =>
        key is { } known ? await store.Runs.FindExecutionAsync(known) : null;

    private ContentHash HashOf(StageRun stage, ElementRun element)
    {
        var input = stage.Definition.Inputs[stage.Definition.ForEachInput];
        if (run.Stages[input.Stage].Outputs[input.Output].Collection?.HashOf(element.Index) is { } known)
        {
            return known;
        }

        using var files = store.Artifacts.Stage();
        using var hasher = new ElementHasher(files);
        return hasher.Hash(element.Slot);
    }

    private async ValueTask<bool> TryAdoptAsync(StageRun stage, CachedExecution found)
    {
        if (!IsWhole(found, stage))
        {
            return false;
        }

        for (var i = 0; i < stage.Outputs.Length; i++)
        {
            stage.Outputs[i].Set(slot: null, new CommittedValue(found.Outputs[i]));
        }

        stage.Execution = found.Execution;
        stage.ReusedFrom = found.RunId;
        stage.Reason = FingerprintHoles.Reason($"reused from run {found.RunId}", stage);
        if (stage.Definition.Kind == StageKind.Gate && await stage.Outputs[0].GetAsync(run.Keeper) is ArtifactSlot<GateResult> gate)
        {
            stage.Gate = gate.Value;
        }

        return true;
    }
}
