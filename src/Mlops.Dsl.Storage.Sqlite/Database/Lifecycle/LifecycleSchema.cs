using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>
/// What format 2 adds to format 1: the registry, the serving log, the outbox, the ticks of schedules. docs/store.md describes the tables.
/// </summary>
internal static class LifecycleSchema
{
    private const string Tables = """
        CREATE TABLE aliases (name TEXT NOT NULL, alias TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (name, alias)) WITHOUT ROWID;
        CREATE TABLE reviews (
            name TEXT NOT NULL, version INTEGER NOT NULL, reviewer TEXT NOT NULL, approved INTEGER NOT NULL, comment TEXT,
            time INTEGER NOT NULL,
            PRIMARY KEY (name, version, reviewer)) WITHOUT ROWID;
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, name TEXT NOT NULL,
            version INTEGER,
            detail TEXT, hash BLOB NOT NULL);
        CREATE INDEX audit_by_name ON audit (name);
        CREATE TABLE methods (id INTEGER PRIMARY KEY, service TEXT NOT NULL, method TEXT NOT NULL, UNIQUE (service, method));
        CREATE TABLE served_models (
            id INTEGER PRIMARY KEY, model TEXT NOT NULL, version INTEGER NOT NULL, input_schema TEXT NOT NULL,
            prediction_schema TEXT NOT NULL,
            UNIQUE (model, version, input_schema, prediction_schema));
        CREATE TABLE served (
            number INTEGER PRIMARY KEY, request TEXT NOT NULL UNIQUE, method INTEGER NOT NULL, model INTEGER NOT NULL,
            time INTEGER NOT NULL, duration INTEGER NOT NULL, input BLOB NOT NULL, prediction BLOB NOT NULL);
        CREATE INDEX served_by_time ON served (method, time);
        CREATE TABLE labels (request INTEGER PRIMARY KEY, label TEXT NOT NULL, time INTEGER NOT NULL);
        CREATE TABLE outbox (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, target TEXT NOT NULL, payload TEXT NOT NULL,
            pipeline TEXT NOT NULL, run TEXT NOT NULL, stage TEXT NOT NULL, created INTEGER NOT NULL, status INTEGER NOT NULL,
            attempts INTEGER NOT NULL, next INTEGER, result TEXT);
        CREATE INDEX outbox_pending ON outbox (number) WHERE status = 0;
        CREATE INDEX outbox_by_stage ON outbox (pipeline, stage, created);
        CREATE TABLE ticks (schedule TEXT NOT NULL, time INTEGER NOT NULL, run TEXT NOT NULL, PRIMARY KEY (schedule, time)) WITHOUT ROWID;
        CREATE INDEX ticks_by_run ON ticks (run);
        ALTER TABLE runs ADD COLUMN time_window TEXT;
        ALTER TABLE published ADD COLUMN approvals INTEGER NOT NULL DEFAULT 0;
        """;

    /// <summary>
    /// The tables of format 2 over those of format 1, for a connection that may not change them: nothing was decided yet, and the newest
    /// versions are candidates.
    /// </summary>
    private const string Views = """
        PRAGMA temp_store = MEMORY;
        CREATE TEMP VIEW runs AS SELECT *, NULL AS time_window FROM main.runs;
        CREATE TEMP VIEW published AS SELECT *, 0 AS approvals FROM main.published;
        CREATE TEMP VIEW aliases AS SELECT name, 'candidate' AS alias, max(version) AS version FROM main.published GROUP BY name;
        CREATE TEMP TABLE reviews (name, version, reviewer, approved, comment, time);
        CREATE TEMP TABLE audit (sequence INTEGER PRIMARY KEY, time, actor, action, name, version, detail, hash);
        CREATE TEMP TABLE methods (id INTEGER PRIMARY KEY, service, method);
        CREATE TEMP TABLE served_models (id INTEGER PRIMARY KEY, model, version, input_schema, prediction_schema);
        CREATE TEMP TABLE served (number INTEGER PRIMARY KEY, request, method, model, time, duration, input, prediction);
        CREATE TEMP TABLE labels (request INTEGER PRIMARY KEY, label, time);
        CREATE TEMP TABLE outbox (number INTEGER PRIMARY KEY, id, kind, target, payload, pipeline, run, stage, created, status, attempts,
        next, result);
        CREATE TEMP TABLE ticks (schedule, time, run);
        """;

    /// <summary>Makes the tables, in the caller's transaction.</summary>
    public static void Create(Connection connection) => connection.Execute(Tables);

    /// <summary>Makes the tables, in the caller's transaction, and writes down what format 1 published.</summary>
    public static void Migrate(Connection connection)
    {
        connection.Execute(Tables);
        connection.Execute(
            "INSERT INTO aliases (name, alias, version) SELECT name, 'candidate', max(version) FROM published GROUP BY name"
        );
        var query = connection.Prepare(
            "SELECT p.name, p.version, r.id, p.time, p.artifact FROM published p JOIN runs r ON r.number = p.run ORDER BY p.time, p.name, "
                + "p.version"
        );
        var entries = new List<AuditEntry>();
        while (query.Step())
        {
            entries.Add(
                AuditEntry.OfPublication(
                    query.GetString(0),
                    query.GetInt32(1),
                    query.GetString(2),
                    Timestamps.ToTime(query.GetInt64(3)),
                    query.GetHash(4),
                    approvals: 0
                )
            );
        }

        query.Reset();
        entries.ForEach(entry => AuditLog.Append(connection, entry));
    }

    /// <summary>Lets a connection read a database of format 1 as if it had format 2, and changes nothing in it.</summary>
    public static void Bridge(Connection connection) => connection.Execute(Views);
}
