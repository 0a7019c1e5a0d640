using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Reads runs, their results and events, and published entries.</summary>
internal static class RunQueries
{
    /// <summary>Reads runs, newest first.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="filter">Which to read.</param>
    /// <param name="isLive">Tells whether a run's process is alive.</param>
    public static List<RunRecord> ReadRuns(Connection connection, RunFilter filter, Func<string, bool> isLive)
    {
        var query = connection
            .Prepare(
                """
                SELECT r.number, r.id, p.type, r.name, r.version, r.parent, r.started, r.finished, r.status, r.reason, r.runtime,
                r.machine, r.process,
                       r.executed, r.reused, r.skipped, r.failed, r.cancelled, r.removed, r.time_window, t.schedule, t.time
                FROM runs r JOIN pipelines p ON p.id = r.pipeline LEFT JOIN ticks t ON t.run = r.id
                WHERE (?1 IS NULL OR r.name = ?1) AND (?2 IS NULL OR substr(r.id, 1, length(?2)) = ?2) AND r.removed <= ?3
                  AND (?5 IS NULL OR r.parent = ?5)
                ORDER BY r.number DESC LIMIT ?4
                """
            )
            .Bind(filter.Pipeline)
            .Bind(filter.IdPrefix)
            .Bind(filter.IncludeRemoved ? 1 : 0)
            .Bind(filter.Limit)
            .Bind(filter.Parent);
        var runs = new List<(long Number, RunRecord Record)>();
        while (query.Step())
        {
            runs.Add((query.GetInt64(0), ReadRun(query, isLive)));
        }

        query.Reset();
        return [.. runs.Select(run => Complete(connection, run.Number, run.Record))];
    }

    /// <summary>Reads the outcomes of a run's stages.</summary>
    public static List<StageResult> ReadResults(Connection connection, string runId)
    {
        var query = connection
            .Prepare(
                """
                SELECT e.position, s.name, e.outcome, e.execution, e.reason, e.duration, e.elements_executed, e.elements_reused,
                e.elements_failed
                FROM runs r JOIN results e ON e.run = r.number JOIN stages s ON s.id = e.stage WHERE r.id = ? ORDER BY e.position
                """
            )
            .Bind(runId);
        var results = new List<StageResult>();
        while (query.Step())
        {
            results.Add(
                new StageResult(query.GetInt32(0), query.GetString(1), (StageOutcome)query.GetInt32(2))
                {
                    Execution = query.IsNull(3) ? null : query.GetInt64(3),
                    Reason = query.GetNullableString(4),
                    Duration = Timestamps.ToDuration(query.GetInt64(5)),
                    Elements = query.IsNull(6) ? null : new ElementCounts(query.GetInt32(6), query.GetInt32(7), query.GetInt32(8)),
                }
            );
        }

        query.Reset();
        return results;
    }

    /// <summary>Reads what happened in a run.</summary>
    public static List<RunEvent> ReadEvents(Connection connection, string runId)
    {
        var query = connection
            .Prepare(
                "SELECT e.time, e.kind, e.stage, e.message FROM runs r JOIN events e ON e.run = r.number WHERE r.id = ? ORDER BY e.sequence"
            )
            .Bind(runId);
        var events = new List<RunEvent>();
        while (query.Step())
        {
            events.Add(
                new RunEvent(Timestamps.ToTime(query.GetInt64(0)), query.GetString(1), query.GetNullableString(2), query.GetString(3))
            );
        }

        query.Reset();
        return events;
    }

    /// <summary>Reads published entries, by name, newest version first.</summary>
    public static List<PublishedEntry> ReadPublished(Connection connection, string? name, int limit = int.MaxValue)
    {
        var query = connection
            .Prepare(
                """
                SELECT p.name, p.version, p.artifact, p.length, p.flags, p.type, p.schema, r.id, p.execution, p.time
                FROM published p JOIN runs r ON r.number = p.run WHERE ?1 IS NULL OR p.name = ?1 ORDER BY p.name, p.version DESC LIMIT ?2
                """
            )
            .Bind(name)
            .Bind(limit);
        var entries = new List<PublishedEntry>();
        while (query.Step())
        {
            entries.Add(ReadEntry(query));
        }

        query.Reset();
        return entries;
    }

    /// <summary>
    /// Reads a published entry from the first ten columns, in the order in which <see cref="ReadPublished"/> selects them.
    /// </summary>
    public static PublishedEntry ReadEntry(Statement query) =>
        new(
            query.GetString(0),
            query.GetInt32(1),
            ReadReference(query, 2),
            query.GetString(5),
            query.GetString(6),
            query.GetString(7),
            query.GetInt64(8),
            Timestamps.ToTime(query.GetInt64(9)),
            IsUnchanged: false
        );

    /// <summary>Reads an artifact's hash, length and flags from three columns.</summary>
    public static ArtifactReference ReadReference(Statement query, int column)
    {
        var flags = (ArtifactFlags)query.GetInt32(column + 2);
        return new ArtifactReference(
            query.GetHash(column),
            query.GetInt64(column + 1),
            flags.HasFlag(ArtifactFlags.Inline),
            flags.HasFlag(ArtifactFlags.HasFiles)
        );
    }

    private static RunRecord ReadRun(Statement query, Func<string, bool> isLive)
    {
        var status = (RunStatus)query.GetInt32(8);
        var id = query.GetString(1);
        return new RunRecord
        {
            Start = new RunStart
            {
                Id = id,
                PipelineType = query.GetString(2),
                Pipeline = query.GetString(3),
                PipelineVersion = query.GetString(4),
                Parent = query.GetNullableString(5),
                Started = Timestamps.ToTime(query.GetInt64(6)),
                RuntimeVersion = query.GetString(10),
                Machine = query.GetString(11),
                ProcessId = query.GetInt32(12),
                Window = query.IsNull(19) ? null : WindowFormat.Parse(query.GetString(19)),
                Tick = query.IsNull(20) ? null : new Tick(query.GetString(20), Timestamps.ToTime(query.GetInt64(21))),
            },
            Status = status == RunStatus.Running && !isLive(id) ? RunStatus.Interrupted : status,
            Finished = query.IsNull(7) ? null : Timestamps.ToTime(query.GetInt64(7)),
            Reason = query.GetNullableString(9),
            Outcomes = new OutcomeCounts(
                query.GetInt32(13),
                query.GetInt32(14),
                query.GetInt32(15),
                query.GetInt32(16),
                query.GetInt32(17)
            ),
            IsRemoved = query.GetInt32(18) != 0,
        };
    }

    private static RunRecord Complete(Connection connection, long number, RunRecord run) =>
        run with
        {
            Start = run.Start with { Parameters = ReadParameters(connection, number) },
            Outcomes = run.Finished is null ? CountOutcomes(connection, number) : run.Outcomes,
        };

    private static List<RunParameter> ReadParameters(Connection connection, long run)
    {
        var query = connection
            .Prepare("SELECT name, value, is_secret, is_default FROM run_parameters WHERE run = ? ORDER BY position")
            .Bind(run);
        var parameters = new List<RunParameter>();
        while (query.Step())
        {
            parameters.Add(
                new RunParameter(query.GetString(0), query.GetNullableString(1), query.GetInt32(2) != 0, query.GetInt32(3) != 0)
            );
        }

        query.Reset();
        return parameters;
    }

    private static OutcomeCounts CountOutcomes(Connection connection, long run)
    {
        var query = connection.Prepare("SELECT outcome, count(*) FROM results WHERE run = ? GROUP BY outcome").Bind(run);
        Span<int> counts = stackalloc int[(int)StageOutcome.Cancelled + 1];
        while (query.Step())
        {
            counts[query.GetInt32(0)] = query.GetInt32(1);
        }

        query.Reset();
        return new OutcomeCounts(counts[1], counts[2], counts[3], counts[4], counts[5]);
    }
}
