using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// Looks at the header of a database without a lock, a log or a journal, so that a store of a newer format, or another program's database,
/// stays untouched.
/// </summary>
/// <remarks>
/// Through SQLite, never by a file handle of our own: on Unix, closing any handle of a file drops the locks that the process has on it,
/// those of its other connections too (https://sqlite.org/howtocorrupt.html, section 2.2). Another process could then take itself for the
/// last one and remove the log that this one writes to.
/// </remarks>
internal static class DatabaseHeader
{
    /// <summary>Refuses a file that is no run store, or one of a newer format.</summary>
    /// <exception cref="StoreException">It is such a file.</exception>
    public static void Check(string store, string path)
    {
        using var connection = Connection.Open(path, OpenMode.Immutable, TimeSpan.Zero);

        // The file may be shorter than its header says while the rest is in the log, after a checkpoint that a full disk ended. This keeps
        // SQLite from taking that for damage.
        connection.Execute("PRAGMA writable_schema = 1");

        // A process that was killed while it made the store leaves an empty file, in which both are 0.
        var version = connection.QueryInt64("PRAGMA user_version");
        if (
            connection.QueryInt64("PRAGMA application_id") is var application
            && application != Schema.ApplicationId
            && (application != 0 || version != 0)
        )
        {
            throw StoreErrors.NotAStore(store, "its store.db is another program's database");
        }

        if (version > Schema.Version)
        {
            throw StoreErrors.Newer(store, (int)version, Schema.Version);
        }
    }
}
