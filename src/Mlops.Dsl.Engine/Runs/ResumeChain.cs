using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// A run, the run that resumes it, the run that resumes that one, and so on. What otherwise runs in every run (an effect, a
/// <see cref="NoCacheAttribute"/> stage) runs once in a chain: its key contains the id of the chain's first run.
/// </summary>
internal static class ResumeChain
{
    /// <summary>The first run of the chain that a run belongs to.</summary>
    public static async Task<string> FindFirstAsync(IRunStore runs, string runId)
    {
        while (await runs.GetRunsAsync(new RunFilter { IdPrefix = runId, Limit = 1 }) is [{ Start.Parent: { } parent }])
        {
            runId = parent;
        }

        return runId;
    }
}
