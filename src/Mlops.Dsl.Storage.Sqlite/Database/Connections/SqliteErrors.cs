using Mlops.Dsl.Storage.Sqlite.Local;
using SQLitePCL;

namespace Mlops.Dsl.Storage.Sqlite.Connections;

/// <summary>Says in a user's words what SQLite's result codes (https://sqlite.org/rescode.html) mean for a store.</summary>
internal static class SqliteErrors
{
    /// <summary>Makes the exception for a result code.</summary>
    /// <param name="code">The extended result code.</param>
    /// <param name="detail">SQLite's own message.</param>
    /// <param name="path">The database's file.</param>
    public static StoreException Explain(int code, string detail, string path)
    {
        var store = Path.GetDirectoryName(path)!;
        return (code & 0xFF) switch
        {
            _ when IsOfLocks(code) => StoreErrors.NoLocks(store, $"its file system keeps no locks on parts of files ({detail})"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreErrors.Busy(store),
            raw.SQLITE_FULL => StoreErrors.Full(store),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT => StoreErrors.Damaged(path, detail),

            // What a store writes contradicts nothing that it wrote before, and its tables are all there: somebody has changed them.
            raw.SQLITE_CONSTRAINT => StoreErrors.Damaged(path, $"records contradict each other ({detail})"),
            raw.SQLITE_ERROR when detail.StartsWith("no such ", StringComparison.Ordinal) => StoreErrors.Damaged(path, detail),
            raw.SQLITE_READONLY
            or raw.SQLITE_PERM
            or raw.SQLITE_AUTH
            or raw.SQLITE_CANTOPEN when Permissions.FindUnreadable([store, path, .. Log(path)]) is { } unreadable => StoreErrors.Unreadable(
                store,
                unreadable
            ),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => StoreErrors.ReadOnly(store, detail),

            // A file system without room reports some writes as plain errors (SQLITE_IOERR_SHMSIZE, a file size limit).
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when StoreErrors.IsDiskFull(store) => StoreErrors.Full(store),
            raw.SQLITE_CANTOPEN when !StoreErrors.IsWritable(store) => StoreErrors.ReadOnly(store, detail),
            _ => StoreErrors.Failed(path, $"{detail} (SQLite error {code})"),
        };
    }

    private static bool IsOfLocks(int code) =>
        code
            is raw.SQLITE_IOERR_LOCK
                or raw.SQLITE_IOERR_UNLOCK
                or raw.SQLITE_IOERR_RDLOCK
                or raw.SQLITE_IOERR_CHECKRESERVEDLOCK
                or raw.SQLITE_IOERR_SHMLOCK;

    // An empty log holds nothing that would have to be read.
    private static IEnumerable<string> Log(string path) =>
        new FileInfo(path + "-wal") is { Exists: true, Length: > 0 } log ? [log.FullName] : [];
}
