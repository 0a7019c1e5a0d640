using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>The run that this one goes on from: what it committed is not run again, not even stages that otherwise run in every run.</summary>
internal sealed class ResumedRun
{
    private readonly IRunStore _runs;
    private readonly Dictionary<string, StageResult> _committed;

    private ResumedRun(IRunStore runs, Dictionary<string, StageResult> committed)
    {
        _runs = runs;
        _committed = committed;
    }

    /// <summary>Reads what a run committed, and those that it resumed itself: it may have been killed before it came to what they had done.</summary>
    public static async Task<ResumedRun> LoadAsync(IRunStore runs, string runId)
    {
        var committed = new Dictionary<string, StageResult>(StringComparer.Ordinal);
        for (var next = runId; next is not null;)
        {
            foreach (var result in await runs.GetResultsAsync(next))
            {
                if (result.Outcome is (StageOutcome.Executed or StageOutcome.Reused) && result.Execution is not null)
                {
                    committed.TryAdd(result.Stage, result);
                }
            }

            var run = await runs.GetRunsAsync(new RunFilter { IdPrefix = next, Limit = 1 });
            next = run is [var found] ? found.Start.Parent : null;
        }

        return new ResumedRun(runs, committed);
    }

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
