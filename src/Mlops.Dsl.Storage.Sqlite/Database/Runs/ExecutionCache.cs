using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// The executions that the latest run of a pipeline used, in memory: where nothing changed, a run asks for just these. Safe for concurrent
/// use: a change replaces the whole table.
/// </summary>
internal sealed class ExecutionCache
{
    /// <summary>The number of the latest run of the pipeline class ?1 that came to its end, or if none did of the latest, in SQL.</summary>
    public const string LatestRun = """
        coalesce(
            (SELECT max(number) FROM runs WHERE pipeline = (SELECT id FROM pipelines WHERE type = ?1) AND status IN (1, 3) AND NOT removed),
            (SELECT max(number) FROM runs WHERE pipeline = (SELECT id FROM pipelines WHERE type = ?1) AND NOT removed))
        """;

    private volatile Dictionary<CacheKey, CachedExecution> _executions = [];

    /// <summary>Reads what the latest run of a pipeline used: the latest that came to its end, or if none did the latest.</summary>
    /// <returns>How many executions there are.</returns>
    public int Load(Connection connection, string pipelineType)
    {
        var query = connection
            .Prepare(
                $"""
                SELECT e.id, e.key, o.artifact, o.length, o.flags, e.run
                FROM results u CROSS JOIN executions e LEFT JOIN outputs o ON o.execution = e.id
                WHERE u.run = {LatestRun} AND e.id = u.execution AND e.key IS NOT NULL
                ORDER BY u.position, o.position
                """
            )
            .Bind(pipelineType);
        var executions = new Dictionary<CacheKey, CachedExecution>();
        ExecutionQueries.ReadCached(connection, query, execution => executions[execution.Key] = execution);
        query.Reset();
        _executions = executions;
        return executions.Count;
    }

    /// <summary>Finds an execution.</summary>
    public CachedExecution? Find(CacheKey key) => _executions.GetValueOrDefault(key);

    /// <summary>Forgets the executions that made an artifact.</summary>
    public void Forget(ContentHash artifact) =>
        _executions = _executions.Where(pair => !pair.Value.Outputs.Any(output => output.Hash == artifact)).ToDictionary();

    /// <summary>Forgets everything.</summary>
    public void Clear() => _executions = [];
}
