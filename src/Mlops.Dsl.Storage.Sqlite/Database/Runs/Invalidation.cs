using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Makes sure that an artifact whose bytes are lost is computed again.</summary>
internal static class Invalidation
{
    /// <summary>
    /// Takes their cache keys from the executions that made the artifact, or one that names it, and forgets the artifact itself. The
    /// executions stay, for lineage.
    /// </summary>
    public static (IReadOnlyList<ContentHash> Artifacts, int Executions) Invalidate(Connection connection, ContentHash artifact)
    {
        var artifacts = FindReferring(connection, artifact);
        artifacts.Add(artifact);
        var executions = 0;
        foreach (var invalid in artifacts)
        {
            connection
                .Prepare(
                    "UPDATE executions SET key = NULL WHERE key IS NOT NULL AND id IN (SELECT execution FROM outputs WHERE "
                        + "substr(artifact, 1, 8) = substr(?1, 1, 8) AND artifact = ?1)"
                )
                .Bind(invalid)
                .Run();
            executions += connection.Changes;
        }

        connection.Prepare("DELETE FROM artifacts WHERE substr(hash, 1, 8) = substr(?1, 1, 8) AND hash = ?1").Bind(artifact).Run();
        return (artifacts, executions);
    }

    private static List<ContentHash> FindReferring(Connection connection, ContentHash artifact)
    {
        // The hashes stand side by side, so a match that straddles two of them is possible, and harmless.
        var query = connection.Prepare("SELECT hash FROM artifacts WHERE instr(files, ?1) OR instr(elements, ?1)").Bind(artifact);
        var referring = new List<ContentHash>();
        while (query.Step())
        {
            referring.Add(query.GetHash(0));
        }

        query.Reset();
        return referring;
    }
}
