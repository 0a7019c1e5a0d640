using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Keeps the ticks of schedules in the store's database.</summary>
internal sealed class SqliteScheduleStore(ReaderPool readers) : IScheduleStore
{
    public ValueTask<DateTimeOffset?> GetLastTickAsync(string schedule, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(
            readers.Read(connection => Read(connection, schedule, limit: 1) is [var last] ? last.Time : default(DateTimeOffset?))
        );

    public Task<IReadOnlyList<TickRecord>> GetTicksAsync(string schedule, int limit = 100, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<TickRecord>>(readers.Read(connection => Read(connection, schedule, limit)));

    /// <summary>Records the tick of a run that begins, in the caller's transaction.</summary>
    /// <exception cref="TickTakenException">It has its run.</exception>
    public static void Take(Connection connection, Tick tick, string runId)
    {
        connection
            .Prepare("INSERT INTO ticks (schedule, time, run) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .Bind(tick.Schedule)
            .Bind(tick.Time.ToMicroseconds())
            .Bind(runId)
            .Run();
        if (connection.Changes == 0)
        {
            throw new TickTakenException(tick);
        }
    }

    private static List<TickRecord> Read(Connection connection, string schedule, int limit)
    {
        var query = connection
            .Prepare("SELECT time, run FROM ticks WHERE schedule = ? ORDER BY time DESC LIMIT ?")
            .Bind(schedule)
            .Bind(limit);
        var ticks = new List<TickRecord>();
        while (query.Step())
        {
            ticks.Add(new TickRecord(schedule, Timestamps.ToTime(query.GetInt64(0)), query.GetString(1)));
        }

        query.Reset();
        return ticks;
    }
}
