using System.Runtime.InteropServices;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Collection;

/// <summary>Removes the records that a <see cref="CollectionPlan"/> does not keep.</summary>
internal static class RecordRemoval
{
    /// <summary>Removes them, in the caller's transaction, and gives their space back to the disk.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="objects">What the paths of objects begin with.</param>
    /// <param name="policy">How long what was served and sent is kept.</param>
    public static void Remove(Connection connection, string objects, RetentionPolicy policy)
    {
        OldTraffic.Remove(connection, policy);
        connection.Execute(
            """
            DELETE FROM results WHERE run NOT IN kept_runs;
            DELETE FROM events WHERE run NOT IN kept_runs;
            DELETE FROM inputs WHERE execution NOT IN kept_executions;
            DELETE FROM outputs WHERE execution NOT IN kept_executions;
            DELETE FROM metrics WHERE execution NOT IN kept_executions;
            DELETE FROM logs WHERE execution NOT IN kept_executions;
            DELETE FROM executions WHERE id NOT IN kept_executions;
            DELETE FROM artifacts WHERE hash NOT IN kept_artifacts;
            DELETE FROM settings WHERE id NOT IN (SELECT settings FROM executions);
            DELETE FROM fingerprints WHERE fingerprint NOT IN (SELECT fingerprint FROM settings WHERE fingerprint IS NOT NULL);
            UPDATE runs SET removed = 1 WHERE number NOT IN kept_runs;
            DELETE FROM runs WHERE removed AND number NOT IN (SELECT run FROM executions);
            DELETE FROM run_parameters WHERE run NOT IN (SELECT number FROM runs);
            DELETE FROM stages WHERE id NOT IN (SELECT stage FROM executions UNION SELECT stage FROM results);
            DELETE FROM pipelines WHERE id NOT IN (SELECT pipeline FROM stages UNION SELECT pipeline FROM runs);
            """
        );
        connection
            .Prepare("DELETE FROM file_hashes WHERE substr(path, 1, length(?1)) = ?1 AND hash NOT IN kept_artifacts")
            .Bind(objects)
            .Run();
        RemoveSymbols(connection);
        connection.Execute("PRAGMA incremental_vacuum");
    }

    private static void RemoveSymbols(Connection connection)
    {
        var used = new HashSet<int>();
        var query = connection.Prepare("SELECT symbols FROM fingerprints");
        while (query.Step())
        {
            used.UnionWith(MemoryMarshal.Cast<byte, int>(query.GetBytes(0)).ToArray());
        }

        query.Reset();
        var unused = new List<long>();
        query = connection.Prepare("SELECT id FROM symbols");
        while (query.Step())
        {
            if (!used.Contains(query.GetInt32(0)))
            {
                unused.Add(query.GetInt64(0));
            }
        }

        query.Reset();
        foreach (var symbol in unused)
        {
            connection.Prepare("DELETE FROM symbols WHERE id = ?").Bind(symbol).Run();
        }
    }
}
