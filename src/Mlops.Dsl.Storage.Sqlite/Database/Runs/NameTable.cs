using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// Numbers pipelines and their stages, so that ten thousand rows do not repeat their names. Belongs to the writer's thread.
/// </summary>
internal sealed class NameTable(Connection connection)
{
    private readonly Dictionary<string, long> _pipelines = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Dictionary<string, long>> _stages = [];

    /// <summary>The number of a pipeline.</summary>
    public long GetPipeline(string type)
    {
        if (!_pipelines.TryGetValue(type, out var id))
        {
            connection.Prepare("INSERT INTO pipelines (type) VALUES (?) ON CONFLICT DO NOTHING").Bind(type).Run();
            var query = connection.Prepare("SELECT id FROM pipelines WHERE type = ?").Bind(type);
            query.Step();
            id = query.GetInt64(0);
            query.Reset();
            _pipelines.Add(type, id);
        }

        return id;
    }

    /// <summary>The number of a stage.</summary>
    public long GetStage(long pipeline, string name)
    {
        var stages = GetStages(pipeline);
        if (!stages.TryGetValue(name, out var id))
        {
            // Another process may have numbered it since the stages were read.
            connection.Prepare("INSERT INTO stages (pipeline, name) VALUES (?, ?) ON CONFLICT DO NOTHING").Bind(pipeline).Bind(name).Run();
            var query = connection.Prepare("SELECT id FROM stages WHERE pipeline = ? AND name = ?").Bind(pipeline).Bind(name);
            query.Step();
            id = query.GetInt64(0);
            query.Reset();
            stages.Add(name, id);
        }

        return id;
    }

    /// <summary>Forgets numbers that a roll-back may have taken back.</summary>
    public void Forget()
    {
        _pipelines.Clear();
        _stages.Clear();
    }

    private Dictionary<string, long> GetStages(long pipeline)
    {
        if (!_stages.TryGetValue(pipeline, out var stages))
        {
            _stages.Add(pipeline, stages = new(StringComparer.Ordinal));
            var query = connection.Prepare("SELECT name, id FROM stages WHERE pipeline = ?").Bind(pipeline);
            while (query.Step())
            {
                stages.Add(query.GetString(0), query.GetInt64(1));
            }

            query.Reset();
        }

        return stages;
    }
}
