using System.Runtime.InteropServices;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Collection;

/// <summary>What services answered, and effects that were delivered or dropped, where they are older than a policy keeps them.</summary>
/// <param name="Answers">How many answers; their labels go with them.</param>
/// <param name="Effects">How many effects.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OldTraffic(long Answers, long Effects)
{
    // The latest effect of a stage stays, for its cool-down.
    private const string OldEffects =
        "created < ?1 AND status IN (1, 3) AND number NOT IN (SELECT max(number) FROM outbox WHERE status <> 3 GROUP BY pipeline, stage)";

    /// <summary>Counts it.</summary>
    public static OldTraffic Count(Connection connection, RetentionPolicy policy) =>
        new(
            Count(connection, "SELECT count(*) FROM served WHERE time < ?1", policy.KeepServedSince),
            Count(connection, $"SELECT count(*) FROM outbox WHERE {OldEffects}", policy.KeepSentSince)
        );

    /// <summary>Removes it, in the caller's transaction.</summary>
    public static void Remove(Connection connection, RetentionPolicy policy)
    {
        if (policy.KeepServedSince is { } served)
        {
            connection
                .Prepare("DELETE FROM labels WHERE request IN (SELECT number FROM served WHERE time < ?1)")
                .Bind(served.ToMicroseconds())
                .Run();
            connection.Prepare("DELETE FROM served WHERE time < ?1").Bind(served.ToMicroseconds()).Run();
        }

        if (policy.KeepSentSince is { } sent)
        {
            connection.Prepare($"DELETE FROM outbox WHERE {OldEffects}").Bind(sent.ToMicroseconds()).Run();
        }
    }

    private static long Count(Connection connection, string sql, DateTimeOffset? since)
    {
        if (since is not { } time)
        {
            return 0;
        }

        var query = connection.Prepare(sql).Bind(time.ToMicroseconds());
        query.Step();
        var count = query.GetInt64(0);
        query.Reset();
        return count;
    }
}
