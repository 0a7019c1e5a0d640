using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Reads metrics: of one execution, or at once of all that the latest run of a pipeline used.</summary>
internal static class MetricQueries
{
    // A training curve may have more points than anybody wants in memory for all stages together.
    private const int MostAtOnce = 100_000;

    /// <summary>Reads the metrics of an execution.</summary>
    public static List<Metric> Read(Connection connection, long execution)
    {
        var query = connection.Prepare("SELECT name, step, value FROM metrics WHERE execution = ? ORDER BY sequence").Bind(execution);
        var metrics = new List<Metric>();
        while (query.Step())
        {
            metrics.Add(new Metric(query.GetString(0), query.GetInt64(1), query.GetDouble(2)));
        }

        query.Reset();
        return metrics;
    }

    /// <summary>Reads the metrics of the executions that the latest run of a pipeline used, as far as there are not too many.</summary>
    public static Dictionary<long, IReadOnlyList<Metric>> ReadLatest(Connection connection, string pipelineType)
    {
        var query = connection
            .Prepare(
                $"""
                SELECT u.execution, m.name, m.step, m.value FROM results u LEFT JOIN metrics m ON m.execution = u.execution
                WHERE u.run = {ExecutionCache.LatestRun} AND u.execution IS NOT NULL ORDER BY u.position, m.sequence
                """
            )
            .Bind(pipelineType);
        var metrics = new Dictionary<long, IReadOnlyList<Metric>>();
        var count = 0;
        var current = 0L;
        while (query.Step())
        {
            current = query.GetInt64(0);
            if (!metrics.TryGetValue(current, out var known))
            {
                metrics.Add(current, known = new List<Metric>());
            }

            if (!query.IsNull(1))
            {
                ((List<Metric>)known).Add(new Metric(query.GetString(1), query.GetInt64(2), query.GetDouble(3)));
                if (++count == MostAtOnce)
                {
                    // There may be more of this execution: it is left to be asked for by itself.
                    metrics.Remove(current);
                    break;
                }
            }
        }

        query.Reset();
        return metrics;
    }
}
