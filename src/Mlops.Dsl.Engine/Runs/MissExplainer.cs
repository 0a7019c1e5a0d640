using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Tells why a stage runs, by comparing it with the nearest of its earlier executions: the one that differs in the fewest things.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="runs">The earlier runs, and this one where it is recorded.</param>
/// <param name="fingerprints">What is known of the stages' code.</param>
/// <param name="isRunRecorded">Whether the run itself is among the store's runs already.</param>
internal sealed class MissExplainer(RunSession run, IRunStore runs, StageFingerprints fingerprints, bool isRunRecorded = true)
{
    /// <summary>How many executions are looked at, newest first.</summary>
    private const int Looked = 16;

    private readonly Lazy<Task<bool>> _hasEarlierRuns = new(async () =>
        (await runs.GetRunsAsync(new RunFilter { Pipeline = run.Definition.Name, Limit = 2 })).Count > (isRunRecorded ? 1 : 0)
    );

    /// <summary>Explains a stage that is about to run.</summary>
    public async ValueTask<(string Reason, IReadOnlyList<KeyChange> Changes)> ExplainAsync(StageRun stage, KeyParts parts)
    {
        var definition = stage.Definition;
        if (definition.IsEffect)
        {
            return (
                definition.Kind is StageKind.Notify or StageKind.Start
                    ? "an effect is asked for in every run"
                    : "it returns nothing, so it runs in every run",
                []
            );
        }

        if (definition.Policy.NoCache)
        {
            return ("[NoCache]", []);
        }

        if (stage.Key is null)
        {
            return ("its code is not known, so nothing is reused", []);
        }

        try
        {
            return await CompareAsync(stage, parts);
        }
        catch (Exception exception)
            when (exception is StoreException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            // An explanation is not worth a run. What the run itself needs of the store fails where it is needed.
            run.Observers.Warn($"Why stages run can't be told: the store's records of earlier runs are damaged ({exception.Message}).");
            return ("earlier runs can't be compared with", []);
        }
    }

    private async ValueTask<(string Reason, IReadOnlyList<KeyChange> Changes)> CompareAsync(StageRun stage, KeyParts parts)
    {
        if (!await _hasEarlierRuns.Value)
        {
            return ("first time", []);
        }

        var definition = stage.Definition;
        var filter = new ExecutionFilter
        {
            PipelineType = run.PipelineTypeName,
            Stage = definition.Name,
            Limit = Looked,
        };
        var earlier = await runs.GetExecutionsAsync(filter);
        if (earlier.Count == 0)
        {
            return ("first time", []);
        }

        var (nearest, changes) = earlier
            .Select(execution => (execution, KeyComparison.Compare(execution.Parts, parts)))
            .MinBy(static candidate => candidate.Item2.Count);
        return await DescribeAsync(definition, nearest, changes);
    }

    private async ValueTask<(string Reason, IReadOnlyList<KeyChange> Changes)> DescribeAsync(
        StageDefinition definition,
        ExecutionRecord earlier,
        List<KeyChange> changes
    )
    {
        if (changes.Count == 0)
        {
            return (
                !earlier.Succeeded ? $"it failed in run {earlier.RunId}"
                : definition.Kind == StageKind.Source && !definition.HasVersionToken ? "its content changed"
                : !run.Options.UseCache ? "the cache is off"
                : $"what run {earlier.RunId} computed is no longer in the store",
                []
            );
        }

        if (
            earlier.Parts.Fingerprint is { } fingerprint
            && changes[0].Kind == KeyChangeKind.Code
            && KeyComparison.Compare(await runs.GetFingerprintAsync(fingerprint), fingerprints.FindParts(definition.Name))
                is { Count: > 0 } details
        )
        {
            changes.RemoveAt(0);
            changes.InsertRange(0, details);
        }

        return (ChangeText.Describe(changes), changes);
    }
}
