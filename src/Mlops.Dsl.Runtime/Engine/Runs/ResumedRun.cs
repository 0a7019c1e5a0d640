using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>The run that this one goes on from: what it committed is not run again, not even what runs in every run.</summary>
internal sealed class ResumedRun
{
    private readonly IRunStore _runs;
    private readonly Dictionary<string, StageResult> _committed;

    private ResumedRun(IRunStore runs, IEnumerable<StageResult> results)
    {
        _runs = runs;
        _committed = results
            .Where(static result => result.Outcome is StageOutcome.Executed or StageOutcome.Reused && result.Execution is not null)
            .ToDictionary(static result => result.Stage, StringComparer.Ordinal);
    }

    /// <summary>Reads what a run committed.</summary>
    public static async Task<ResumedRun> LoadAsync(IRunStore runs, string runId) => new(runs, await runs.GetResultsAsync(runId));

    /// <summary>What the run committed for a stage from the same code, parameters and inputs, or null.</summary>
    public async ValueTask<CachedExecution?> FindAsync(StageRun stage, KeyParts parts)
    {
        if (!_committed.TryGetValue(stage.Definition.Name, out var result))
        {
            return null;
        }

        var found = await _runs.GetExecutionsAsync(new ExecutionFilter { Execution = result.Execution, Limit = 1 });
        return found is [{ Succeeded: true } execution] && KeyComparison.Compare(execution.Parts, parts).Count == 0
            ? new CachedExecution(execution.Execution, stage.Key!.Value, execution.RunId, [.. execution.Outputs.Select(static output => output.Artifact)])
            : null;
    }
}
