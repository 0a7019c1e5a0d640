using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>What can be reused, stage by stage.</summary>
internal static class CacheQueries
{
    /// <summary>The stages with executions that have a cache key.</summary>
    public static List<CachedStage> Read(Connection connection)
    {
        // Outputs of the same content are stored once, and counted once.
        var query = connection.Prepare(
            """
            SELECT p.type, s.name, count(*), count(e.element), max(e.started),
                (SELECT coalesce(sum(length), 0) FROM (
                    SELECT DISTINCT o.artifact, o.length FROM outputs o JOIN executions r ON r.id = o.execution
                    WHERE r.stage = s.id AND r.key IS NOT NULL))
            FROM executions e JOIN stages s ON s.id = e.stage JOIN pipelines p ON p.id = s.pipeline
            WHERE e.key IS NOT NULL GROUP BY s.id ORDER BY p.type, s.id
            """
        );
        var stages = new List<CachedStage>();
        while (query.Step())
        {
            stages.Add(
                new CachedStage(
                    query.GetString(0),
                    query.GetString(1),
                    query.GetInt64(2) - query.GetInt64(3),
                    query.GetInt64(3),
                    query.GetInt64(5),
                    Timestamps.ToTime(query.GetInt64(4))
                )
            );
        }

        query.Reset();
        return stages;
    }

    /// <summary>Takes the cache keys from the executions of a stage, or of all stages of a pipeline.</summary>
    public static int Forget(Connection connection, string pipelineType, string? stage)
    {
        connection
            .Prepare(
                """
                UPDATE executions SET key = NULL WHERE key IS NOT NULL AND stage IN (
                    SELECT s.id FROM stages s JOIN pipelines p ON p.id = s.pipeline WHERE p.type = ?1 AND (?2 IS NULL OR s.name = ?2))
                """
            )
            .Bind(pipelineType)
            .Bind(stage)
            .Run();
        return connection.Changes;
    }
}
