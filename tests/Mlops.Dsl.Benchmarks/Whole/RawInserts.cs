using SQLitePCL;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>The floor of a durable run: the rows that a stage leaves behind, inserted by nobody but SQLite, in one transaction.</summary>
internal static class RawInserts
{
    public static void Run(string path, int stages)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(path, out var database));
        foreach (
            var sql in (string[])
                [
                    "PRAGMA journal_mode=WAL",
                    "PRAGMA synchronous=NORMAL",
                    "CREATE TABLE executions(id INTEGER PRIMARY KEY, key BLOB UNIQUE, stage TEXT, started INTEGER, duration INTEGER)",
                    "CREATE TABLE outputs(execution INTEGER, ordinal INTEGER, hash BLOB, content BLOB, PRIMARY KEY(execution, ordinal)) "
                        + "WITHOUT ROWID",
                    "CREATE TABLE results(run INTEGER, position INTEGER, execution INTEGER, PRIMARY KEY(run, position)) WITHOUT ROWID",
                    "BEGIN",
                ]
        )
        {
            Check(raw.sqlite3_exec(database, sql));
        }

        using var execution = Prepare(database, "INSERT INTO executions VALUES(?,?,?,?,?)");
        using var output = Prepare(database, "INSERT INTO outputs VALUES(?,?,?,?)");
        using var result = Prepare(database, "INSERT INTO results VALUES(?,?,?)");
        Span<byte> key = stackalloc byte[32];
        var content = new byte[16];
        for (var i = 1; i <= stages; i++)
        {
            System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i), key);
            raw.sqlite3_bind_int64(execution, 1, i);
            raw.sqlite3_bind_blob(execution, 2, key);
            raw.sqlite3_bind_text(execution, 3, "Stage");
            raw.sqlite3_bind_int64(execution, 4, i);
            raw.sqlite3_bind_int64(execution, 5, i);
            Step(execution);
            raw.sqlite3_bind_int64(output, 1, i);
            raw.sqlite3_bind_int64(output, 2, 0);
            raw.sqlite3_bind_blob(output, 3, key);
            raw.sqlite3_bind_blob(output, 4, content);
            Step(output);
            raw.sqlite3_bind_int64(result, 1, 1);
            raw.sqlite3_bind_int64(result, 2, i);
            raw.sqlite3_bind_int64(result, 3, i);
            Step(result);
        }

        Check(raw.sqlite3_exec(database, "COMMIT"));
        execution.Dispose();
        output.Dispose();
        result.Dispose();
        Check(raw.sqlite3_close_v2(database));
    }

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement));
        return statement;
    }

    private static void Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        Check(raw.sqlite3_reset(statement));
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"SQLite answered {code}."));
        }
    }
}
