using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>What a store says of SQLite's result codes: every code in use, with its problem and the words for it.</summary>
public sealed class SqliteErrorTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    /// <summary>Codes, SQLite's message, the problem, and the message in which S is the store, and F its database.</summary>
    public static TheoryData<int, string, StoreProblem, string> Codes =>
        new()
        {
            { 5, "busy", StoreProblem.Locked, "The store at 'S' is busy: another process has kept it locked for too long." },
            { 6, "locked", StoreProblem.Locked, "The store at 'S' is busy: another process has kept it locked for too long." },
            { 5 | (2 << 8), "snapshot", StoreProblem.Locked, "The store at 'S' is busy: another process has kept it locked for too long." },
            { 13, "full", StoreProblem.Full, "The disk that holds the store 'S' is full." },
            { 11, "malformed", StoreProblem.Corrupt, "The store's database 'F' is damaged: malformed." },
            { 24, "format", StoreProblem.Corrupt, "The store's database 'F' is damaged: format." },
            { 26, "no database", StoreProblem.Corrupt, "The store's database 'F' is damaged: no database." },
            { 19, "UNIQUE", StoreProblem.Corrupt, "The store's database 'F' is damaged: records contradict each other (UNIQUE)." },
            { 1, "no such table: runs", StoreProblem.Corrupt, "The store's database 'F' is damaged: no such table: runs." },
            { 1, "near FROM", StoreProblem.Io, "The store can't use 'F': near FROM (SQLite error 1)" },
            { 8, "a read-only file", StoreProblem.ReadOnly, "The store at 'S' can't be written: a read-only file." },
            { 3, "no permission", StoreProblem.ReadOnly, "The store at 'S' can't be written: no permission." },
            { 23, "no right", StoreProblem.ReadOnly, "The store at 'S' can't be written: no right." },
            { 14, "can't open", StoreProblem.Io, "The store can't use 'F': can't open (SQLite error 14)" },
            { 10 | (3 << 8), "a short read", StoreProblem.Io, "The store can't use 'F': a short read (SQLite error 778)" },
            { 10 | (8 << 8), "unlock", StoreProblem.NoLocks, NoLocks("unlock") },
            { 10 | (9 << 8), "read lock", StoreProblem.NoLocks, NoLocks("read lock") },
            { 10 | (14 << 8), "reserved", StoreProblem.NoLocks, NoLocks("reserved") },
            { 10 | (15 << 8), "lock", StoreProblem.NoLocks, NoLocks("lock") },
            { 10 | (20 << 8), "shared memory", StoreProblem.NoLocks, NoLocks("shared memory") },
        };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_said_in_words_for_people(int code, string detail, StoreProblem problem, string message)
    {
        Directory.CreateDirectory(_sandbox.StorePath);
        var database = Path.Combine(_sandbox.StorePath, "store.db");

        var exception = SqliteErrors.Explain(code, detail, database);

        Assert.Equal(problem, exception.Problem);
        Assert.StartsWith(
            message
                .Replace("'S'", $"'{_sandbox.StorePath}'", StringComparison.Ordinal)
                .Replace("'F'", $"'{database}'", StringComparison.Ordinal),
            exception.Message,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _sandbox.Dispose();

    private static string NoLocks(string detail) =>
        $"The store at 'S' can't be written: its file system keeps no locks on parts of files ({detail}), so that two processes";
}
