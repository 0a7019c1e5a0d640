using System.Collections.Concurrent;
using Mlops.Dsl.Runtime.Storage.Sqlite;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Storage.Runs;

/// <summary>The executions that the latest runs of a pipeline used, in memory: where nothing changed, a run asks for just these.</summary>
internal sealed class ExecutionCache
{
    // The latest run may have been cut short, or of other parameters.
    private const int Runs = 3;

    private readonly ConcurrentDictionary<CacheKey, CachedExecution> _executions = new();

    /// <summary>Reads what the latest runs of a pipeline used.</summary>
    public int Load(Connection connection, string pipelineType)
    {
        var query = connection.Prepare(
            """
            SELECT e.id, e.key, o.artifact, o.length, o.flags, e.run, r.id
            FROM (SELECT DISTINCT u.execution FROM
                     (SELECT number FROM runs WHERE pipeline = (SELECT id FROM pipelines WHERE type = ?) ORDER BY number DESC LIMIT ?) l
                     JOIN results u ON u.run = l.number WHERE u.execution IS NOT NULL) x
            JOIN executions e ON e.id = x.execution AND e.key IS NOT NULL JOIN runs r ON r.number = e.run
            LEFT JOIN outputs o ON o.execution = e.id
            ORDER BY e.id, o.position
            """).Bind(pipelineType).Bind(Runs);

        // In the order of their ids, so that of two executions with one key the newest stays.
        ExecutionQueries.ReadCached(query, execution => _executions[execution.Key] = execution);
        query.Reset();
        return _executions.Count;
    }

    /// <summary>Finds an execution.</summary>
    public CachedExecution? Find(CacheKey key) => _executions.GetValueOrDefault(key);

    /// <summary>Forgets the executions that made an artifact.</summary>
    public void Forget(ContentHash artifact)
    {
        foreach (var (key, execution) in _executions)
        {
            if (execution.Outputs.Any(output => output.Hash == artifact))
            {
                _executions.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _executions.Clear();
}
