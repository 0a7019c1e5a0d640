using System.Runtime.InteropServices;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Reads what services answered, a page at a time.</summary>
internal static class ServedQueries
{
    private const int PageSize = 256;

    /// <summary>Where a page begins: after the record with this time and number.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(long Time, long Number);

    /// <summary>A place before all records of a window.</summary>
    public static Place Before(TimeWindow window) => new(Ceiling(window.Start) - 1, long.MaxValue);

    /// <summary>The records of a method after a place, up to the end of the window, by time.</summary>
    public static (List<ServedRecord> Records, Place Last) Read(
        Connection connection,
        string service,
        string method,
        Place after,
        TimeWindow window
    )
    {
        var query = connection
            .Prepare(
                """
                SELECT s.number, s.time, s.request, o.model, o.version, s.duration, o.input_schema, s.input, o.prediction_schema,
                s.prediction, l.label
                FROM served s JOIN served_models o ON o.id = s.model LEFT JOIN labels l ON l.request = s.number
                WHERE s.method = (SELECT id FROM methods WHERE service = ?1 AND method = ?2)
                    AND s.time >= ?3 AND s.time < ?5 AND (s.time > ?3 OR s.number > ?4)
                ORDER BY s.time, s.number LIMIT ?6
                """
            )
            .Bind(service)
            .Bind(method)
            .Bind(after.Time)
            .Bind(after.Number)
            .Bind(Ceiling(window.End))
            .Bind(PageSize);
        var records = new List<ServedRecord>();
        while (query.Step())
        {
            after = new Place(query.GetInt64(1), query.GetInt64(0));
            records.Add(
                new ServedRecord
                {
                    RequestId = query.GetString(2),
                    Service = service,
                    Method = method,
                    Model = query.GetString(3),
                    ModelVersion = query.GetInt32(4),
                    Time = Timestamps.ToTime(after.Time),
                    Duration = Timestamps.ToDuration(query.GetInt64(5)),
                    InputSchema = query.GetString(6),
                    Input = query.GetBytes(7).ToArray(),
                    PredictionSchema = query.GetString(8),
                    Prediction = query.GetBytes(9).ToArray(),
                    Label = query.GetNullableString(10),
                }
            );
        }

        query.Reset();
        return (records, after);
    }

    /// <summary>The first microsecond that is not before a moment.</summary>
    private static long Ceiling(DateTimeOffset time) => time.AddTicks(TimeSpan.TicksPerMicrosecond - 1).ToMicroseconds();
}
