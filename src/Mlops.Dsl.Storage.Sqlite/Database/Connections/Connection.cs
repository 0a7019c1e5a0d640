using SQLitePCL;

namespace Mlops.Dsl.Storage.Sqlite.Connections;

/// <summary>A connection to a SQLite database, with its prepared statements. Not safe for concurrent use.</summary>
internal sealed class Connection : IDisposable
{
    // SQLite's own wait can't be ended early, so that it is cut into pieces.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    // A run that is stopped still writes down how far it came, if other processes leave the database in between.
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(2);

    private readonly sqlite3 _database;
    private readonly TimeSpan _busyTimeout;
    private readonly Dictionary<string, Statement> _statements = [];

    static Connection() => Batteries_V2.Init();

    private Connection(string path, sqlite3 database, TimeSpan busyTimeout)
    {
        Path = path;
        _database = database;
        _busyTimeout = busyTimeout;
    }

    /// <summary>The database's file.</summary>
    public string Path { get; }

    /// <summary>The row id of the last insert.</summary>
    public long LastRowId => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Opens a database.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static Connection Open(string path, OpenMode mode, TimeSpan busyTimeout)
    {
        var flags =
            raw.SQLITE_OPEN_NOMUTEX
            | mode switch
            {
                OpenMode.Create => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
                OpenMode.Write => raw.SQLITE_OPEN_READWRITE,
                OpenMode.Immutable => raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI,
                _ => raw.SQLITE_OPEN_READONLY,
            };
        var name = mode == OpenMode.Immutable ? $"{new Uri(path).AbsoluteUri}?immutable=1" : path;
        var code = raw.sqlite3_open_v2(name, out var database, flags, null);
        var connection = new Connection(path, database, busyTimeout);
        if (code != raw.SQLITE_OK)
        {
            using (connection)
            {
                throw connection.Error(code);
            }
        }

        _ = raw.sqlite3_busy_timeout(database, (int)Math.Min(busyTimeout.TotalMilliseconds, int.MaxValue));
        return connection;
    }

    /// <summary>Prepares a statement, or takes the one that was prepared from the same text before.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
            _statements.Add(sql, statement = new Statement(this, handle));
        }

        return statement.Reset();
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    /// <summary>
    /// Runs a statement that takes a lock, outside of a transaction; waits for other processes that hold it, and only a moment when asked
    /// to stop.
    /// </summary>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public void ExecuteWhenFree(string sql, CancellationToken stop)
    {
        var end = Environment.TickCount64 + _busyTimeout.TotalMilliseconds;
        var isStopping = false;
        _ = raw.sqlite3_busy_timeout(_database, (int)Math.Min(_busyTimeout.TotalMilliseconds, LongestPause.TotalMilliseconds));
        try
        {
            var code = raw.sqlite3_exec(_database, sql);
            while (code == raw.SQLITE_BUSY && Environment.TickCount64 < end)
            {
                if (stop.IsCancellationRequested && !isStopping)
                {
                    isStopping = true;
                    end = Math.Min(end, Environment.TickCount64 + LastWait.TotalMilliseconds);
                }

                code = raw.sqlite3_exec(_database, sql);
            }

            if (code == raw.SQLITE_BUSY)
            {
                stop.ThrowIfCancellationRequested();
            }

            Check(code);
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(_database, (int)Math.Min(_busyTimeout.TotalMilliseconds, int.MaxValue));
        }
    }

    /// <summary>The first column of the first row, as text.</summary>
    public string? QueryText(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.GetNullableString(0) : null;
        statement.Reset();
        return value;
    }

    /// <summary>The first column of the first row.</summary>
    public long QueryInt64(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.GetInt64(0) : 0;
        statement.Reset();
        return value;
    }

    /// <summary>Rolls back, where a failure has not done so already.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_database) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    /// <summary>Finalizes the statements and closes.</summary>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _database.Dispose();
    }

    /// <summary>Throws for every result code but success.</summary>
    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Error(code);
        }
    }

    /// <summary>Says what a result code means to a user.</summary>
    internal StoreException Error(int code)
    {
        var extended = raw.sqlite3_extended_errcode(_database);
        return SqliteErrors.Explain(
            (extended & 0xFF) == (code & 0xFF) ? extended : code,
            raw.sqlite3_errmsg(_database).utf8_to_string(),
            Path
        );
    }
}

/// <summary>How a database is opened.</summary>
internal enum OpenMode
{
    /// <summary>For reading.</summary>
    Read = 0,

    /// <summary>For reading and writing.</summary>
    Write = 1,

    /// <summary>For reading and writing, and it is made where it is missing.</summary>
    Create = 2,

    /// <summary>For reading without a lock: where none can be taken and nobody can write, or what nobody changes.</summary>
    Immutable = 3,
}
