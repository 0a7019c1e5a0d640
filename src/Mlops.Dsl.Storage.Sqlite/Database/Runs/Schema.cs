using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// The tables of the run store; docs/store.md describes them. A change that older programs can't read needs a new <see cref="Version"/>.
/// </summary>
internal static class Schema
{
    /// <summary>The format that this program writes and reads.</summary>
    public const int Version = 2;

    /// <summary>"MLOP": tells the database from any other program's.</summary>
    public const int ApplicationId = 0x4D4C4F50;

    // Hashes come in no order, so every insert into their indexes dirties another page. Eight bytes tell them apart as well as thirty-two,
    // on a third of the pages;
    // a query gives both the prefix, for the index, and the hash.
    private const string Tables = """
        CREATE TABLE pipelines (id INTEGER PRIMARY KEY, type TEXT NOT NULL UNIQUE);
        CREATE TABLE stages (id INTEGER PRIMARY KEY, pipeline INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (pipeline, name));
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, pipeline INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
            parent TEXT,
            started INTEGER NOT NULL, finished INTEGER, status INTEGER NOT NULL, reason TEXT, runtime TEXT NOT NULL,
            machine TEXT NOT NULL, process INTEGER NOT NULL,
            executed INTEGER, reused INTEGER, skipped INTEGER, failed INTEGER, cancelled INTEGER, removed INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX runs_by_pipeline ON runs (pipeline);
        CREATE TABLE run_parameters (
            run INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT, is_secret INTEGER NOT NULL,
            is_default INTEGER NOT NULL,
            PRIMARY KEY (run, position)) WITHOUT ROWID;
        CREATE TABLE results (
            run INTEGER NOT NULL, position INTEGER NOT NULL, stage INTEGER NOT NULL, outcome INTEGER NOT NULL, execution INTEGER,
            reason TEXT,
            duration INTEGER NOT NULL, elements_executed INTEGER, elements_reused INTEGER, elements_failed INTEGER,
            PRIMARY KEY (run, position)) WITHOUT ROWID;
        CREATE TABLE events (
            run INTEGER NOT NULL, sequence INTEGER NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL, stage TEXT, message TEXT NOT NULL,
            PRIMARY KEY (run, sequence)) WITHOUT ROWID;
        CREATE TABLE settings (id INTEGER PRIMARY KEY, fingerprint BLOB, content TEXT NOT NULL);
        CREATE TABLE executions (
            id INTEGER PRIMARY KEY, key BLOB, run INTEGER NOT NULL, stage INTEGER NOT NULL, element INTEGER, settings INTEGER NOT NULL,
            succeeded INTEGER NOT NULL, error TEXT, started INTEGER NOT NULL, duration INTEGER NOT NULL, attempts INTEGER NOT NULL);
        CREATE INDEX executions_by_key ON executions (substr(key, 1, 8)) WHERE key IS NOT NULL;
        CREATE INDEX executions_by_stage ON executions (stage, element);
        CREATE INDEX executions_by_run ON executions (run);
        CREATE TABLE inputs (
            execution INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, artifact BLOB NOT NULL,
            PRIMARY KEY (execution, position)) WITHOUT ROWID;
        CREATE TABLE outputs (
            execution INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, artifact BLOB NOT NULL, length INTEGER NOT NULL,
            flags INTEGER NOT NULL,
            PRIMARY KEY (execution, position)) WITHOUT ROWID;
        CREATE INDEX outputs_by_artifact ON outputs (substr(artifact, 1, 8));
        CREATE TABLE artifacts (
            id INTEGER PRIMARY KEY, hash BLOB NOT NULL, length INTEGER NOT NULL, content BLOB, files BLOB, elements BLOB);
        CREATE INDEX artifacts_by_hash ON artifacts (substr(hash, 1, 8));
        CREATE TABLE metrics (
            execution INTEGER NOT NULL, sequence INTEGER NOT NULL, name TEXT NOT NULL, step INTEGER NOT NULL, value REAL,
            PRIMARY KEY (execution, sequence)) WITHOUT ROWID;
        CREATE TABLE logs (
            execution INTEGER NOT NULL, sequence INTEGER NOT NULL, time INTEGER NOT NULL, level INTEGER NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY (execution, sequence)) WITHOUT ROWID;
        CREATE TABLE published (
            name TEXT NOT NULL, version INTEGER NOT NULL, artifact BLOB NOT NULL, length INTEGER NOT NULL, flags INTEGER NOT NULL,
            type TEXT NOT NULL,
            schema TEXT NOT NULL, run INTEGER NOT NULL, execution INTEGER NOT NULL, time INTEGER NOT NULL,
            PRIMARY KEY (name, version)) WITHOUT ROWID;
        CREATE TABLE symbols (id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (name, hash));
        CREATE TABLE fingerprints (fingerprint BLOB PRIMARY KEY, symbols BLOB NOT NULL, packages TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE file_hashes (
            path TEXT PRIMARY KEY, length INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
            hash BLOB NOT NULL)
            WITHOUT ROWID;
        """;

    /// <summary>
    /// Makes the tables, all or none, where there are none. The format's version is in the file itself before anything is in the
    /// write-ahead log. Call it while no other
    /// process opens the store.
    /// </summary>
    /// <exception cref="StoreException">The database holds tables of another program.</exception>
    /// <exception cref="OperationCanceledException">A wait for another process was ended.</exception>
    public static void Ensure(Connection connection, CancellationToken stop)
    {
        if (connection.QueryInt64("PRAGMA user_version") == 0)
        {
            if (connection.QueryInt64("SELECT count(*) FROM sqlite_master") > 0)
            {
                throw StoreErrors.NotAStore(Path.GetDirectoryName(connection.Path)!, "its store.db is another program's database");
            }

            Create(connection, stop);
        }

        // Also where the tables are there: the process that made them may have been killed before this.
        connection.ExecuteWhenFree("PRAGMA journal_mode = WAL", stop);
        if (connection.QueryText("PRAGMA journal_mode") is not "wal")
        {
            throw StoreErrors.NoLocks(
                Path.GetDirectoryName(connection.Path)!,
                "its file system can't share memory between processes, as SQLite's log needs it"
            );
        }
    }

    /// <summary>
    /// Brings a database of an older format to today's, in one transaction. Not in WAL mode: there the format's version would be in the log
    /// first, where older programs
    /// don't see it before they open the store. Call it while no run goes on and no other process opens the store.
    /// </summary>
    /// <exception cref="StoreException">Another process has the database open.</exception>
    public static void Migrate(Connection connection, CancellationToken stop)
    {
        connection.ExecuteWhenFree("PRAGMA journal_mode = DELETE", stop);
        connection.ExecuteWhenFree("BEGIN EXCLUSIVE", stop);
        try
        {
            LifecycleSchema.Migrate(connection);
            connection.Execute($"PRAGMA user_version = {Version}; COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    /// <summary>Writes a page of the database as it is, in the caller's transaction, whose commit then goes the way of any other.</summary>
    /// <exception cref="StoreException">The disk has hardly any room: it would take this page, and then refuse a record.</exception>
    public static void Probe(Connection connection)
    {
        var store = Path.GetDirectoryName(connection.Path)!;
        if (StoreErrors.IsDiskFull(store))
        {
            throw StoreErrors.Full(store);
        }

        var version = connection.QueryInt64("PRAGMA user_version");
        connection.Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
    }

    /// <summary>Makes a connection one that only reads. A database of an older format looks like one of today's to it.</summary>
    public static void PrepareToRead(Connection connection)
    {
        if (connection.QueryInt64("PRAGMA user_version") == Version - 1)
        {
            LifecycleSchema.Bridge(connection);
        }

        connection.Execute("PRAGMA query_only = 1");
    }

    private static void Create(Connection connection, CancellationToken stop)
    {
        // Space that gc frees goes back to the disk. It must be said before the first table.
        connection.Execute("PRAGMA auto_vacuum = INCREMENTAL");
        connection.ExecuteWhenFree("BEGIN EXCLUSIVE", stop);
        connection.Execute(Tables);
        LifecycleSchema.Create(connection);
        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT");
    }
}
