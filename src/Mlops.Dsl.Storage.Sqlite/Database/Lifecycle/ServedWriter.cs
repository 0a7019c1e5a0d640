using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Writes what services answered, and labels. Belongs to the writer's thread.</summary>
internal sealed class ServedWriter(Connection connection)
{
    private readonly Dictionary<(string Service, string Method), long> _methods = [];
    private readonly Dictionary<(string Model, int Version, string InputSchema, string PredictionSchema), long> _models = [];

    /// <summary>Writes an answer.</summary>
    /// <returns>Whether it was written: false where a request with its id is there, which costs nobody else's transaction.</returns>
    public bool Write(ServedRecord record)
    {
        connection
            .Prepare(
                "INSERT INTO served (request, method, model, time, duration, input, prediction) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
                    + "(request) DO NOTHING"
            )
            .Bind(record.RequestId)
            .Bind(GetMethod(record.Service, record.Method))
            .Bind(GetModel(record))
            .Bind(record.Time.ToMicroseconds())
            .Bind(record.Duration.ToMicroseconds())
            .Bind(record.Input.Span)
            .Bind(record.Prediction.Span)
            .Run();
        if (connection.Changes == 0)
        {
            return false;
        }

        if (record.Label is { } label)
        {
            WriteLabel(connection.LastRowId, label, record.Time);
        }

        return true;
    }

    /// <summary>Writes a label.</summary>
    /// <returns>False where the service has answered no request with the id.</returns>
    public bool Label(string service, string requestId, string label, DateTimeOffset now)
    {
        var query = connection
            .Prepare("SELECT s.number FROM served s JOIN methods m ON m.id = s.method WHERE s.request = ? AND m.service = ?")
            .Bind(requestId)
            .Bind(service);
        long? number = query.Step() ? query.GetInt64(0) : null;
        query.Reset();
        if (number is { } known)
        {
            WriteLabel(known, label, now);
        }

        return number is not null;
    }

    /// <summary>Forgets the numbers of rows that a roll-back may have taken back.</summary>
    public void Forget()
    {
        _methods.Clear();
        _models.Clear();
    }

    private void WriteLabel(long request, string label, DateTimeOffset time) =>
        connection
            .Prepare(
                """
                INSERT INTO labels (request, label, time) VALUES (?, ?, ?)
                ON CONFLICT (request) DO UPDATE SET label = excluded.label, time = excluded.time WHERE label <> excluded.label
                """
            )
            .Bind(request)
            .Bind(label)
            .Bind(time.ToMicroseconds())
            .Run();

    private long GetMethod(string service, string method)
    {
        if (!_methods.TryGetValue((service, method), out var id))
        {
            connection
                .Prepare("INSERT INTO methods (service, method) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .Bind(service)
                .Bind(method)
                .Run();
            id = Find(connection.Prepare("SELECT id FROM methods WHERE service = ? AND method = ?").Bind(service).Bind(method));
            _methods.Add((service, method), id);
        }

        return id;
    }

    private long GetModel(ServedRecord record)
    {
        var key = (record.Model, record.ModelVersion, record.InputSchema, record.PredictionSchema);
        if (!_models.TryGetValue(key, out var id))
        {
            connection
                .Prepare(
                    "INSERT INTO served_models (model, version, input_schema, prediction_schema) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
                )
                .Bind(record.Model)
                .Bind(record.ModelVersion)
                .Bind(record.InputSchema)
                .Bind(record.PredictionSchema)
                .Run();
            id = Find(
                connection
                    .Prepare("SELECT id FROM served_models WHERE model = ? AND version = ? AND input_schema = ? AND prediction_schema = ?")
                    .Bind(record.Model)
                    .Bind(record.ModelVersion)
                    .Bind(record.InputSchema)
                    .Bind(record.PredictionSchema)
            );
            _models.Add(key, id);
        }

        return id;
    }

    private static long Find(Statement query)
    {
        query.Step();
        var id = query.GetInt64(0);
        query.Reset();
        return id;
    }
}
