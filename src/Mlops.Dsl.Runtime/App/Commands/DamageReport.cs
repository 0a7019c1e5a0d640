using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>
/// Tells the store of an artifact that a verb could not read. Reading changes nothing, and a run trusts a file whose state is the one that
/// it was stored in.
/// </summary>
internal static class DamageReport
{
    /// <summary>The artifact that could not be read; null where something else went wrong.</summary>
    public static ContentHash? FindArtifact(StoreException problem) =>
        problem switch
        {
            CorruptArtifactException corrupt => corrupt.Artifact,
            MissingArtifactException missing => missing.Artifact,
            _ => null,
        };

    /// <summary>
    /// Opens the store for writing and reads the artifact there, which sets a damaged one aside: then the next run computes it again.
    /// </summary>
    /// <returns>What to tell the user.</returns>
    public static async Task<StoreException> SetAsideAsync(AppEnvironment app, string store, ContentHash artifact, StoreException problem)
    {
        try
        {
            await using var writable = app.Open(store, readOnly: false);
            using var content = await writable.Artifacts.OpenAsync(artifact);
            return problem;
        }
        catch (StoreException exception)
        {
            return FindArtifact(exception) is null
                ? new StoreException(problem.Problem, $"{problem.Message} {exception.Message}", exception)
                : exception;
        }
    }
}
