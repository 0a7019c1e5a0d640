using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Reads effects.</summary>
internal static class OutboxQueries
{
    /// <summary>The columns that <see cref="ReadRecord"/> reads.</summary>
    public const string Columns = "id, kind, target, payload, run, stage, created, status, attempts, next, result";

    /// <summary>A condition: the effect is of none of the kinds of a list of <see cref="ListOf"/>, which is bound to it.</summary>
    public const string IsOfOtherKind = "instr(?, '|' || kind || '|') = 0";

    /// <summary>Kinds as one text.</summary>
    public static string ListOf(IReadOnlyCollection<string> kinds) => string.Concat(kinds.Select(static kind => $"|{kind}|"));

    /// <summary>Whether an effect is to be delivered, but for those of some kinds.</summary>
    public static bool HasPending(Connection connection, IReadOnlyCollection<string> except)
    {
        var query = connection.Prepare($"SELECT EXISTS (SELECT 1 FROM outbox WHERE status = 0 AND {IsOfOtherKind})").Bind(ListOf(except));
        var hasPending = query.Step() && query.GetInt64(0) != 0;
        query.Reset();
        return hasPending;
    }

    /// <summary>Reads effects, newest first.</summary>
    public static List<OutboxRecord> Read(Connection connection, int limit) =>
        Read(connection.Prepare($"SELECT {Columns} FROM outbox ORDER BY number DESC LIMIT ?").Bind(limit));

    /// <summary>Reads effects of a kind that are to be delivered, oldest first.</summary>
    public static List<OutboxRecord> ReadPending(Connection connection, string kind) =>
        Read(connection.Prepare($"SELECT {Columns} FROM outbox WHERE status = 0 AND kind = ? ORDER BY number").Bind(kind));

    /// <summary>Reads the effect of a row.</summary>
    public static OutboxRecord ReadRecord(Statement query) =>
        new(
            query.GetString(0),
            query.GetString(1),
            query.GetString(2),
            query.GetString(3),
            query.GetString(4),
            query.GetString(5),
            Timestamps.ToTime(query.GetInt64(6)),
            (EffectStatus)query.GetInt32(7),
            query.GetInt32(8),
            query.IsNull(9) ? null : Timestamps.ToTime(query.GetInt64(9)),
            query.GetNullableString(10)
        );

    private static List<OutboxRecord> Read(Statement query)
    {
        var records = new List<OutboxRecord>();
        while (query.Step())
        {
            records.Add(ReadRecord(query));
        }

        query.Reset();
        return records;
    }
}
