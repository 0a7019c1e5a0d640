using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Writes effects and what became of them, in the caller's transaction. Belongs to the writer's thread.</summary>
internal static class OutboxWriter
{
    /// <summary>
    /// Records an effect of a stage; one whose id is there is dropped without a trace, one within the cool-down of another is recorded as
    /// dropped.
    /// </summary>
    public static void Add(Connection connection, RunContext run, string stage, Effect effect, DateTimeOffset now)
    {
        var pipeline = ReadPipeline(connection, run.Pipeline);
        var isDropped = effect.CoolDown is { } coolDown && IsCooling(connection, pipeline, stage, coolDown, now);
        connection
            .Prepare(
                """
                INSERT INTO outbox (id, kind, target, payload, pipeline, run, stage, created, status, attempts, next)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                ON CONFLICT (id) DO NOTHING
                """
            )
            .Bind(effect.Id)
            .Bind(effect.Kind)
            .Bind(effect.Target)
            .Bind(effect.Payload)
            .Bind(pipeline)
            .Bind(run.Id)
            .Bind(stage)
            .Bind(now.ToMicroseconds())
            .Bind((int)(isDropped ? EffectStatus.Dropped : EffectStatus.Pending))
            .Bind(isDropped ? null : now.ToMicroseconds())
            .Run();
    }

    /// <summary>
    /// Takes what is due: what was never tried, also when the clock was put back since, and what was tried and whose lease or pause is
    /// over.
    /// </summary>
    public static List<OutboxRecord> Take(
        Connection connection,
        int limit,
        TimeSpan lease,
        IReadOnlyCollection<string> except,
        DateTimeOffset now
    )
    {
        var due = connection
            .Prepare(
                $"""
                SELECT number FROM outbox WHERE status = 0 AND (attempts = 0 OR next <= ?) AND {OutboxQueries.IsOfOtherKind}
                ORDER BY number LIMIT ?
                """
            )
            .Bind(now.ToMicroseconds())
            .Bind(OutboxQueries.ListOf(except))
            .Bind(limit);
        var numbers = new List<long>();
        while (due.Step())
        {
            numbers.Add(due.GetInt64(0));
        }

        due.Reset();
        var taken = new List<OutboxRecord>(numbers.Count);
        foreach (var number in numbers)
        {
            connection
                .Prepare("UPDATE outbox SET attempts = attempts + 1, next = ? WHERE number = ?")
                .Bind((now + lease).ToMicroseconds())
                .Bind(number)
                .Run();
            var query = connection.Prepare($"SELECT {OutboxQueries.Columns} FROM outbox WHERE number = ?").Bind(number);
            query.Step();
            taken.Add(OutboxQueries.ReadRecord(query));
            query.Reset();
        }

        return taken;
    }

    /// <summary>Prolongs the lease of an effect, unless it is done with, or someone else took it since.</summary>
    /// <returns>Whether it was prolonged.</returns>
    public static bool Keep(Connection connection, string id, int? attempt, DateTimeOffset until, string? result)
    {
        connection
            .Prepare("UPDATE outbox SET next = ?, result = ? WHERE id = ? AND status = 0 AND (?4 IS NULL OR attempts = ?4)")
            .Bind(until.ToMicroseconds())
            .Bind(result)
            .Bind(id)
            .Bind(attempt)
            .Run();
        var isKept = connection.Changes > 0;
        ThrowIfUnknown(connection, id);
        return isKept;
    }

    /// <summary>Records a delivery, also of what was given up meanwhile.</summary>
    public static void Complete(Connection connection, string id, string? result)
    {
        connection
            .Prepare("UPDATE outbox SET status = 1, next = NULL, result = ? WHERE id = ? AND status IN (0, 2)")
            .Bind(result)
            .Bind(id)
            .Run();
        ThrowIfUnknown(connection, id);
    }

    /// <summary>Records a failed delivery, unless the effect is done with, or someone else took it since.</summary>
    /// <param name="connection">Where to write.</param>
    /// <param name="id">The effect.</param>
    /// <param name="attempt">Which attempt failed; null for the last.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="tryAgain">When to try again; null for never.</param>
    public static void Fail(Connection connection, string id, int? attempt, string error, DateTimeOffset? tryAgain)
    {
        connection
            .Prepare("UPDATE outbox SET status = ?, next = ?, result = ? WHERE id = ? AND status = 0 AND (?5 IS NULL OR attempts = ?5)")
            .Bind((int)(tryAgain is null ? EffectStatus.Failed : EffectStatus.Pending))
            .Bind(tryAgain?.ToMicroseconds())
            .Bind(error)
            .Bind(id)
            .Bind(attempt)
            .Run();
        ThrowIfUnknown(connection, id);
    }

    /// <summary>Makes an effect due that is not delivered, also one that was given up; whoever delivers it now does so twice.</summary>
    /// <returns>Whether there was anything to make due.</returns>
    public static bool Retry(Connection connection, string id, DateTimeOffset now)
    {
        connection
            .Prepare("UPDATE outbox SET status = 0, next = ? WHERE id = ? AND status IN (0, 2)")
            .Bind(now.ToMicroseconds())
            .Bind(id)
            .Run();
        return connection.Changes > 0;
    }

    private static void ThrowIfUnknown(Connection connection, string id)
    {
        var query = connection.Prepare("SELECT 1 FROM outbox WHERE id = ?").Bind(id);
        var isKnown = query.Step();
        query.Reset();
        if (!isKnown)
        {
            throw new ArgumentException($"The outbox has no effect '{id}'.", nameof(id));
        }
    }

    private static string ReadPipeline(Connection connection, long number)
    {
        var query = connection.Prepare("SELECT type FROM pipelines WHERE id = ?").Bind(number);
        query.Step();
        var type = query.GetString(0);
        query.Reset();
        return type;
    }

    // In both directions: an effect that was recorded while the clock was years ahead must not silence the stage for years.
    private static bool IsCooling(Connection connection, string pipeline, string stage, TimeSpan coolDown, DateTimeOffset now)
    {
        var query = connection
            .Prepare("SELECT 1 FROM outbox WHERE pipeline = ? AND stage = ? AND created > ? AND created < ? AND status <> 3 LIMIT 1")
            .Bind(pipeline)
            .Bind(stage)
            .Bind(now.ToMicroseconds() - coolDown.ToMicroseconds())
            .Bind(now.ToMicroseconds() + coolDown.ToMicroseconds());
        var isCooling = query.Step();
        query.Reset();
        return isCooling;
    }
}
