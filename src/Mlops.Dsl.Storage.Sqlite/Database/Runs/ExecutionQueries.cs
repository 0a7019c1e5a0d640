using System.Text;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Reads executions and what belongs to them.</summary>
internal static class ExecutionQueries
{
    /// <summary>The newest execution with a key; null where there is none.</summary>
    public static CachedExecution? Find(Connection connection, CacheKey key)
    {
        var query = connection
            .Prepare(
                """
                SELECT e.id, e.key, o.artifact, o.length, o.flags, e.run FROM executions e LEFT JOIN outputs o ON o.execution = e.id
                WHERE e.id = (SELECT max(id) FROM executions WHERE substr(key, 1, 8) = substr(?1, 1, 8) AND key = ?1) ORDER BY o.position
                """
            )
            .Bind(key.Hash);
        CachedExecution? found = null;
        ReadCached(connection, query, execution => found = execution);
        query.Reset();
        return found;
    }

    /// <summary>Reads rows of execution, key, output reference and run, of which those of one execution follow each other.</summary>
    public static void ReadCached(Connection connection, Statement query, Action<CachedExecution> add)
    {
        var outputs = new List<ArtifactReference>();
        var (execution, run) = (0L, 0L);
        var runId = "";
        ContentHash key = default;
        while (query.Step())
        {
            var next = query.GetInt64(0);
            if (next != execution)
            {
                Flush();
                execution = next;
                key = query.GetHash(1);
                if (query.GetInt64(5) is var number && number != run)
                {
                    // Most executions that are read together are of one run.
                    run = number;
                    runId = ReadRunId(connection, run);
                }
            }

            if (!query.IsNull(2))
            {
                outputs.Add(RunQueries.ReadReference(query, 2));
            }
        }

        Flush();

        void Flush()
        {
            if (execution != 0)
            {
                add(new CachedExecution(execution, new CacheKey(key), runId, outputs.ToArray()));
                outputs.Clear();
            }
        }
    }

    private static string ReadRunId(Connection connection, long number)
    {
        var query = connection.Prepare("SELECT id FROM runs WHERE number = ?").Bind(number);
        var id = query.Step() ? query.GetString(0) : "";
        query.Reset();
        return id;
    }

    /// <summary>Reads executions, newest first.</summary>
    public static List<ExecutionRecord> Read(Connection connection, ExecutionFilter filter)
    {
        // Each kind of filter has an index of its own; one query for all kinds would use none of them.
        var (from, where) = filter switch
        {
            { Execution: not null } => ("executions e", "e.id = ?"),
            { Output: not null } => (
                "(SELECT DISTINCT execution FROM outputs WHERE substr(artifact, 1, 8) = substr(?1, 1, 8) AND artifact = ?1) o JOIN "
                    + "executions e ON e.id = o.execution",
                "1"
            ),
            { Stage: not null } => (
                "pipelines q JOIN stages t ON t.pipeline = q.id JOIN executions e ON e.stage = t.id",
                "q.type = ? AND t.name = ? AND e.element IS ?"
            ),
            _ => ("runs q JOIN executions e ON e.run = q.number", "q.id = ?"),
        };
        var query = connection.Prepare(
            $"""
            SELECT e.id, r.id, p.type, s.name, e.element, e.key, e.succeeded, e.error, e.started, e.duration, e.attempts, c.fingerprint,
            c.content
            FROM {from} JOIN runs r ON r.number = e.run JOIN stages s ON s.id = e.stage JOIN pipelines p ON p.id = s.pipeline
            JOIN settings c ON c.id = e.settings
            WHERE {where} ORDER BY e.id DESC
            """
        );
        _ = filter switch
        {
            { Execution: { } id } => query.Bind(id),
            { Output: { } hash } => query.Bind(hash),
            { Stage: { } stage } => query.Bind(filter.PipelineType).Bind(stage).Bind(filter.Element),
            _ => query.Bind(filter.RunId),
        };
        var records = new List<ExecutionRecord>();
        while (records.Count < filter.Limit && query.Step())
        {
            var record = ReadRecord(query);
            if (Matches(record, filter))
            {
                records.Add(record);
            }
        }

        query.Reset();
        return [.. records.Select(record => Complete(connection, record))];
    }

    /// <summary>Reads what an execution logged.</summary>
    public static List<LogLine> ReadLogs(Connection connection, long execution)
    {
        var query = connection.Prepare("SELECT time, level, message FROM logs WHERE execution = ? ORDER BY sequence").Bind(execution);
        var lines = new List<LogLine>();
        while (query.Step())
        {
            lines.Add(
                new LogLine(
                    Timestamps.ToTime(query.GetInt64(0)),
                    (Microsoft.Extensions.Logging.LogLevel)query.GetInt32(1),
                    query.GetString(2)
                )
            );
        }

        query.Reset();
        return lines;
    }

    private static ExecutionRecord ReadRecord(Statement query)
    {
        ContentHash? fingerprint = query.IsNull(11) ? null : query.GetHash(11);
        return new ExecutionRecord
        {
            Execution = query.GetInt64(0),
            RunId = query.GetString(1),
            PipelineType = query.GetString(2),
            Stage = query.GetString(3),
            Element = query.IsNull(4) ? null : query.GetInt32(4),
            Key = query.IsNull(5) ? null : new CacheKey(query.GetHash(5)),
            Succeeded = query.GetInt32(6) != 0,
            Error = query.GetNullableString(7),
            Started = Timestamps.ToTime(query.GetInt64(8)),
            Duration = Timestamps.ToDuration(query.GetInt64(9)),
            Attempts = query.GetInt32(10),
            Parts = KeyPartsFormat.Read(Encoding.UTF8.GetBytes(query.GetString(12)), fingerprint, []),
            Outputs = [],
        };
    }

    private static bool Matches(ExecutionRecord record, ExecutionFilter filter) =>
        (filter.Element is null || record.Element == filter.Element)
        && (filter.Stage is null || record.Stage == filter.Stage)
        && (filter.PipelineType is null || record.PipelineType == filter.PipelineType)
        && (filter.RunId is null || record.RunId == filter.RunId);

    private static ExecutionRecord Complete(Connection connection, ExecutionRecord record)
    {
        var inputs = new List<NamedContent>();
        var query = connection.Prepare("SELECT name, artifact FROM inputs WHERE execution = ? ORDER BY position").Bind(record.Execution);
        while (query.Step())
        {
            inputs.Add(new NamedContent(query.GetString(0), query.GetHash(1)));
        }

        query.Reset();
        var outputs = new List<NamedOutput>();
        query = connection
            .Prepare("SELECT name, artifact, length, flags FROM outputs WHERE execution = ? ORDER BY position")
            .Bind(record.Execution);
        while (query.Step())
        {
            outputs.Add(new NamedOutput(query.GetString(0), RunQueries.ReadReference(query, 1)));
        }

        query.Reset();
        return record with { Parts = record.Parts with { Inputs = inputs }, Outputs = outputs };
    }
}
