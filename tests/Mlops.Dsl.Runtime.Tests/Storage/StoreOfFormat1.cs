namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>A store as programs of format 1 made it: with their statements, not with today's.</summary>
internal static class StoreOfFormat1
{
    private const string Tables = """
        CREATE TABLE pipelines (id INTEGER PRIMARY KEY, type TEXT NOT NULL UNIQUE);
        CREATE TABLE stages (id INTEGER PRIMARY KEY, pipeline INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (pipeline, name));
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, pipeline INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, parent TEXT,
            started INTEGER NOT NULL, finished INTEGER, status INTEGER NOT NULL, reason TEXT, runtime TEXT NOT NULL, machine TEXT NOT NULL, process INTEGER NOT NULL,
            executed INTEGER, reused INTEGER, skipped INTEGER, failed INTEGER, cancelled INTEGER, removed INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX runs_by_pipeline ON runs (pipeline);
        CREATE TABLE run_parameters (
            run INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT, is_secret INTEGER NOT NULL, is_default INTEGER NOT NULL,
            PRIMARY KEY (run, position)) WITHOUT ROWID;
        CREATE TABLE results (
            run INTEGER NOT NULL, position INTEGER NOT NULL, stage INTEGER NOT NULL, outcome INTEGER NOT NULL, execution INTEGER, reason TEXT,
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
            execution INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, artifact BLOB NOT NULL, length INTEGER NOT NULL, flags INTEGER NOT NULL,
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
            name TEXT NOT NULL, version INTEGER NOT NULL, artifact BLOB NOT NULL, length INTEGER NOT NULL, flags INTEGER NOT NULL, type TEXT NOT NULL,
            schema TEXT NOT NULL, run INTEGER NOT NULL, execution INTEGER NOT NULL, time INTEGER NOT NULL,
            PRIMARY KEY (name, version)) WITHOUT ROWID;
        CREATE TABLE symbols (id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (name, hash));
        CREATE TABLE fingerprints (fingerprint BLOB PRIMARY KEY, symbols BLOB NOT NULL, packages TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE file_hashes (
            path TEXT PRIMARY KEY, length INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, hash BLOB NOT NULL)
            WITHOUT ROWID;
        """;

    private const string Records = """
        INSERT INTO pipelines (id, type) VALUES (1, 'Tests.Pipeline');
        INSERT INTO stages (id, pipeline, name) VALUES (1, 1, 'Release');
        INSERT INTO settings (id, fingerprint, content) VALUES (1, NULL, '{}');
        INSERT INTO runs (number, id, pipeline, name, version, started, finished, status, runtime, machine, process, executed, reused, skipped, failed, cancelled) VALUES
            (1, 'old-1', 1, 'tests', '1.0.0', 1000, 2000, 1, '10', 'm', 1, 1, 0, 0, 0, 0), (2, 'old-2', 1, 'tests', '1.0.0', 3000, 4000, 1, '10', 'm', 1, 1, 0, 0, 0, 0);
        INSERT INTO executions (id, key, run, stage, settings, succeeded, started, duration, attempts) VALUES (1, zeroblob(32), 1, 1, 1, 1, 1000, 10, 1), (2, NULL, 2, 1, 1, 1, 3000, 10, 1);
        INSERT INTO results (run, position, stage, outcome, execution, duration) VALUES (1, 0, 1, 1, 1, 10), (2, 0, 1, 1, 2, 10);
        INSERT INTO published (name, version, artifact, length, flags, type, schema, run, execution, time) VALUES
            ('income', 1, zeroblob(32), 1, 0, 'Model', 's', 1, 1, 1500), ('income', 2, zeroblob(32), 1, 0, 'Model', 's2', 2, 2, 3500), ('area', 1, zeroblob(32), 1, 0, 'Model', 's', 2, 2, 3600);
        """;

    /// <summary>Makes one with two runs and three published entries.</summary>
    public static void Create(string store)
    {
        foreach (var folder in (string[])["objects", "quarantine", "runs", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(store, folder));
        }

        Sql.Execute(
            Path.Combine(store, "store.db"),
            $"PRAGMA auto_vacuum = INCREMENTAL; BEGIN; {Tables} {Records} PRAGMA application_id = {0x4D4C4F50}; PRAGMA user_version = 1; "
                + $"COMMIT; PRAGMA journal_mode = WAL"
        );
    }
}
