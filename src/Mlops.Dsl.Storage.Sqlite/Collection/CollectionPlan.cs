using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Collection;

/// <summary>What a collection removes and keeps. The kept numbers are left in temporary tables for <see cref="RecordRemoval"/>.</summary>
/// <param name="Runs">The ids of the runs to remove.</param>
/// <param name="Executions">How many executions go.</param>
/// <param name="InlineArtifacts">How many artifacts without a file go.</param>
/// <param name="InlineBytes">Their size.</param>
/// <param name="KeptInlineBytes">The size of the artifacts without a file that stay.</param>
/// <param name="KeptRuns">How many runs stay.</param>
/// <param name="LiveArtifacts">The artifacts and files that stay.</param>
internal sealed record CollectionPlan(
    IReadOnlyList<string> Runs,
    long Executions,
    long InlineArtifacts,
    long InlineBytes,
    long KeptInlineBytes,
    long KeptRuns,
    HashSet<ContentHash> LiveArtifacts
)
{
    /// <summary>What was served and sent that goes.</summary>
    public OldTraffic Traffic { get; private init; }

    /// <summary>Finds out what is kept.</summary>
    public static CollectionPlan Make(Connection connection, RetentionPolicy policy)
    {
        Drop(connection);
        connection.Execute(
            """
            CREATE TEMP TABLE kept_runs (number INTEGER PRIMARY KEY);
            CREATE TEMP TABLE kept_executions (id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE kept_artifacts (hash BLOB PRIMARY KEY) WITHOUT ROWID;
            """
        );
        KeepRuns(connection, policy);
        connection.Execute(
            """
            INSERT OR IGNORE INTO kept_executions SELECT execution FROM results WHERE run IN kept_runs AND execution IS NOT NULL;
            INSERT OR IGNORE INTO kept_executions SELECT id FROM executions WHERE run IN kept_runs;
            INSERT OR IGNORE INTO kept_executions SELECT execution FROM published;
            INSERT OR IGNORE INTO kept_artifacts SELECT artifact FROM outputs WHERE execution IN kept_executions;
            INSERT OR IGNORE INTO kept_artifacts SELECT artifact FROM published;
            """
        );
        var live = KeepReferences(connection);

        // Elements are in no run's results, but the lists that name them are: what is whole can still be reused.
        connection.Execute(
            """
            INSERT OR IGNORE INTO kept_executions SELECT e.id FROM executions e
            WHERE e.key IS NOT NULL AND EXISTS (SELECT 1 FROM outputs o WHERE o.execution = e.id)
              AND NOT EXISTS (SELECT 1 FROM outputs o WHERE o.execution = e.id AND o.artifact NOT IN kept_artifacts)
            """
        );
        return new CollectionPlan(
            ReadRuns(connection),
            connection.QueryInt64("SELECT count(*) FROM executions WHERE id NOT IN kept_executions"),
            connection.QueryInt64("SELECT count(*) FROM artifacts WHERE content IS NOT NULL AND hash NOT IN kept_artifacts"),
            connection.QueryInt64(
                "SELECT coalesce(sum(length), 0) FROM artifacts WHERE content IS NOT NULL AND hash NOT IN kept_artifacts"
            ),
            connection.QueryInt64("SELECT coalesce(sum(length), 0) FROM artifacts WHERE content IS NOT NULL AND hash IN kept_artifacts"),
            connection.QueryInt64("SELECT count(*) FROM kept_runs"),
            live
        )
        {
            Traffic = OldTraffic.Count(connection, policy),
        };
    }

    /// <summary>Drops the temporary tables.</summary>
    public static void Drop(Connection connection) =>
        connection.Execute(
            "DROP TABLE IF EXISTS temp.kept_runs; DROP TABLE IF EXISTS temp.kept_executions; DROP TABLE IF EXISTS temp.kept_artifacts"
        );

    private static void KeepRuns(Connection connection, RetentionPolicy policy)
    {
        connection.Execute("INSERT OR IGNORE INTO kept_runs SELECT run FROM published");
        connection
            .Prepare(
                """
                INSERT OR IGNORE INTO kept_runs SELECT number FROM (
                    SELECT number, started, status, row_number() OVER (PARTITION BY pipeline ORDER BY number DESC) AS age,
                        row_number() OVER (PARTITION BY pipeline, status ORDER BY number DESC) AS age_in_status
                    FROM runs WHERE NOT removed)
                WHERE (?1 IS NULL AND ?2 IS NULL) OR age <= ?1 OR (status = ?3 AND age_in_status <= ?1) OR started >= ?2
                """
            )
            .Bind(policy.KeepLast)
            .Bind(policy.KeepSince?.ToMicroseconds())
            .Bind((int)RunStatus.Succeeded)
            .Run();

        // A start that is not delivered goes on with its run.
        connection.Execute(
            $"""
            INSERT OR IGNORE INTO kept_runs
            WITH RECURSIVE started (number, id) AS (
                SELECT r.number, r.id FROM outbox o JOIN ticks t ON t.schedule = '{EffectKinds.TickPrefix}' || o.id
                JOIN runs r ON r.id = t.run WHERE o.status = 0 AND NOT r.removed
                UNION SELECT r.number, r.id FROM runs r JOIN started s ON r.parent = s.id WHERE NOT r.removed)
            SELECT number FROM started
            """
        );

        // A resumed run that was interrupted again can be resumed only with what the runs before it committed.
        connection.Execute(
            """
            INSERT OR IGNORE INTO kept_runs
            WITH RECURSIVE ancestors (number, parent) AS (
                SELECT number, parent FROM runs WHERE number IN kept_runs
                UNION SELECT r.number, r.parent FROM runs r JOIN ancestors a ON r.id = a.parent WHERE NOT r.removed)
            SELECT number FROM ancestors
            """
        );
    }

    private static HashSet<ContentHash> KeepReferences(Connection connection)
    {
        var live = new HashSet<ContentHash>();
        var open = new Stack<ContentHash>();
        var kept = connection.Prepare("SELECT hash FROM kept_artifacts");
        while (kept.Step())
        {
            open.Push(kept.GetHash(0));
        }

        kept.Reset();
        var references = connection.Prepare(
            "SELECT files, elements FROM artifacts WHERE substr(hash, 1, 8) = substr(?1, 1, 8) AND hash = ?1"
        );
        var keep = connection.Prepare("INSERT OR IGNORE INTO kept_artifacts VALUES (?)");
        while (open.TryPop(out var hash))
        {
            if (!live.Add(hash))
            {
                continue;
            }

            keep.Reset().Bind(hash).Run();
            if (references.Reset().Bind(hash).Step())
            {
                Push(references.GetBytes(0));
                Push(references.GetBytes(1));
            }
        }

        references.Reset();
        return live;

        void Push(ReadOnlySpan<byte> hashes)
        {
            foreach (var hash in MemoryMarshal.Cast<byte, ContentHash>(hashes))
            {
                open.Push(hash);
            }
        }
    }

    private static List<string> ReadRuns(Connection connection)
    {
        var runs = new List<string>();
        var query = connection.Prepare("SELECT id FROM runs WHERE NOT removed AND number NOT IN kept_runs ORDER BY number");
        while (query.Step())
        {
            runs.Add(query.GetString(0));
        }

        query.Reset();
        return runs;
    }
}
