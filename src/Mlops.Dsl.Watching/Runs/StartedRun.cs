using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>A run that this package began, and how far it and those that resume it are.</summary>
/// <param name="Id">The run that was begun.</param>
/// <param name="Latest">The run that goes on from it last, or that run itself; null where the store has it no longer.</param>
/// <param name="Interruptions">How many of them were interrupted.</param>
internal sealed record StartedRun(string Id, RunRecord? Latest, int Interruptions)
{
    /// <summary>Whether the run ended before its work was done, because its process ended or was asked to.</summary>
    public bool IsInterrupted => Latest is { Status: RunStatus.Interrupted or RunStatus.Cancelled };

    /// <summary>Finds the run of a start; null where none has begun.</summary>
    public static async Task<StartedRun?> FindAsync(IStore store, OutboxRecord effect, CancellationToken cancellationToken) =>
        await store.Schedules.GetTicksAsync(EffectKinds.TickOf(effect).Schedule, limit: 1, cancellationToken) is [{ RunId: var id }]
            ? await FollowAsync(store.Runs, id, cancellationToken)
            : null;

    /// <summary>Follows a run to the one that goes on from it last.</summary>
    public static async Task<StartedRun> FollowAsync(IRunStore runs, string id, CancellationToken cancellationToken)
    {
        RunRecord? latest = null;
        var interruptions = 0;
        var filter = new RunFilter { IdPrefix = id, Limit = 1 };
        while (await runs.GetRunsAsync(filter, cancellationToken) is [var next])
        {
            filter = new RunFilter { Parent = next.Id, Limit = 1 };
            latest = next;
            interruptions += next.Status == RunStatus.Interrupted ? 1 : 0;
        }

        return new StartedRun(id, latest, interruptions);
    }
}
