using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using SQLitePCL;

namespace Mlops.Dsl.Runtime.Tests.Engine.Support;

/// <summary>
/// Checks a store that nobody uses: the database is sound, every record finds what it refers to, every artifact is whole, and nothing lies
/// around.
/// </summary>
internal static class StoreCheck
{
    // Each finds records that refer to others that are not there.
    private static readonly string[] Danglers =
    [
        "SELECT count(*) FROM executions WHERE settings NOT IN (SELECT id FROM settings)",
        "SELECT count(*) FROM executions WHERE stage NOT IN (SELECT id FROM stages)",
        "SELECT count(*) FROM executions WHERE run NOT IN (SELECT number FROM runs)",
        "SELECT count(*) FROM results WHERE execution IS NOT NULL AND execution NOT IN (SELECT id FROM executions)",
        "SELECT count(*) FROM outputs WHERE execution NOT IN (SELECT id FROM executions)",
        "SELECT count(*) FROM outputs WHERE artifact NOT IN (SELECT hash FROM artifacts)",
        "SELECT count(*) FROM inputs WHERE execution NOT IN (SELECT id FROM executions)",
        "SELECT count(*) FROM published WHERE execution NOT IN (SELECT id FROM executions)",
        "SELECT count(*) - count(DISTINCT hash) FROM artifacts",
        "SELECT count(*) - count(DISTINCT id) FROM runs",
    ];

    public static async Task VerifyAsync(string path)
    {
        await using (var store = SqliteStore.Open(path))
        {
            // Whoever opens it for writing sweeps what the killed left.
            await VerifyRecordsAsync(store);
        }

        VerifyFiles(path);
        VerifyDatabase(Path.Combine(path, "store.db"));
    }

    private static async Task VerifyRecordsAsync(IStore store)
    {
        foreach (var run in await store.Runs.GetRunsAsync(new RunFilter()))
        {
            Assert.True(run.Status is RunStatus.Succeeded or RunStatus.Interrupted, $"run {run.Id} is {run.Status}");
            foreach (var execution in await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = run.Id }))
            {
                foreach (var output in execution.Outputs)
                {
                    // Opening checks the bytes against the hash, those of files too.
                    using var content = await store.Artifacts.OpenAsync(output.Artifact.Hash);
                    Assert.Equal(output.Artifact.Length, content.Length);
                }
            }
        }
    }

    private static void VerifyFiles(string path)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(path, "objects"), "*", SearchOption.AllDirectories))
        {
            var name = ContentHash.Of(File.ReadAllBytes(file)).ToString();
            Assert.Equal(Path.Combine(path, "objects", name[..2], name[2..]), file);
        }

        Assert.All(["tmp", "runs", "quarantine"], folder => Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(path, folder))));
    }

    private static void VerifyDatabase(string path)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out var database));
        using (database)
        {
            Assert.Equal("ok", Query(database, "PRAGMA integrity_check"));
            foreach (var dangler in Danglers)
            {
                Assert.Equal((dangler, "0"), (dangler, Query(database, dangler)));
            }
        }
    }

    private static string Query(sqlite3 database, string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(database, sql, out var statement));
        using (statement)
        {
            Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
            return raw.sqlite3_column_text(statement, 0).utf8_to_string();
        }
    }
}
