using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Decides whether a stage whose turn has come may run at all.</summary>
internal sealed class Admission(RunSession run)
{
    /// <summary>Why the stage is skipped, or null.</summary>
    public async ValueTask<string?> FindObstacleAsync(StageRun stage)
    {
        foreach (var index in run.Plan.Predecessors[stage.Definition.Index])
        {
            var predecessor = run.Stages[index];
            if (!predecessor.HasOutputs)
            {
                return Describe(predecessor);
            }
        }

        foreach (var condition in stage.Definition.Conditions)
        {
            if (await FindObstacleAsync(condition) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    private static string Describe(StageRun predecessor) =>
        predecessor.Outcome switch
        {
            StageOutcome.Failed => $"because {predecessor.Definition.Name} failed",
            StageOutcome.Cancelled => $"because {predecessor.Definition.Name} was cancelled",

            // The first cause, however far away it is.
            _ => predecessor.Reason,
        };

    private async ValueTask<string?> FindObstacleAsync(StageCondition condition)
    {
        if (condition.Parameter is { } read)
        {
            return read(run.Pipeline) == condition.Expected ? null : $"because {condition.Name} is {Lower(!condition.Expected)}";
        }

        var slot = await run.Stages[condition.Stage].Outputs[condition.Output].GetAsync(run.Keeper);
        switch (slot)
        {
            case ArtifactSlot<bool> flag:
                return flag.Value == condition.Expected ? null : $"because {condition.Name} is {Lower(flag.Value)}";
            case ArtifactSlot<GateResult> { Value: var gate }:
                var verb = gate.Passed ? "passed" : "refused";
                return gate.Passed == condition.Expected ? null : $"because {condition.Name} {verb}: {gate.Reason}";
            default:
                throw new InvalidOperationException($"The condition '{condition.Name}' is neither a gate nor a bool.");
        }
    }

    private static string Lower(bool value) => value ? "true" : "false";
}
