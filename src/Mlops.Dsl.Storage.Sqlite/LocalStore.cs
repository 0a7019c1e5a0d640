using Mlops.Dsl.Storage.Sqlite.Collection;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;
using Mlops.Dsl.Storage.Sqlite.Objects;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>A store in a folder: artifacts in files, runs in a SQLite database.</summary>
internal sealed class LocalStore : IStore
{
    private readonly StoreFolder _folder;
    private readonly DatabaseFile _file;
    private readonly StoreOptions _options;
    private readonly TemporaryFolder? _temporary;
    private readonly ReaderPool _readers;
    private readonly Lazy<WriteQueue> _queue;
    private readonly ObjectFiles _objects;
    private readonly SqliteRunStore _runs;
    private readonly TimeProvider _clock;

    private LocalStore(
        StoreFolder folder,
        StoreOptions options,
        TimeProvider clock,
        IReadOnlyList<string> warnings,
        TemporaryFolder? temporary,
        OpenMode readMode
    )
    {
        Warnings = warnings;
        _folder = folder;
        _options = options;
        _clock = clock;
        _temporary = temporary;
        _file = new DatabaseFile(folder.Database);
        _readers = new ReaderPool(_file, () => Connect(readMode));
        _queue = new Lazy<WriteQueue>(() => new WriteQueue(() => new StoreWriter(Connect(OpenMode.Write), _file, options.Stop)));
        Func<WriteQueue>? queue = temporary is null ? null : () => _queue.Value;
        var hashes = new FileHashCache(_readers, queue);
        _objects = new ObjectFiles(folder, hashes);
        _runs = new SqliteRunStore(folder, _readers, queue, options, clock);
        Func<WriteQueue> writes = queue ?? (() => throw StoreErrors.ReadOnly(folder.Root, "it was opened for reading"));
        Registry = new SqliteModelRegistry(_readers, writes, clock);
        Serving = new SqliteServingLog(_readers, writes, clock);
        Outbox = new SqliteOutbox(_readers, writes, clock);
        Schedules = new SqliteScheduleStore(_readers);
        Artifacts = new LocalArtifactStore(folder, _objects, _runs, new InPlaceHasher(hashes, clock), temporary, options);
    }

    public string Location => _folder.Root;

    public IReadOnlyList<string> Warnings { get; }

    public IArtifactStore Artifacts { get; }

    public IRunStore Runs => _runs;

    public IModelRegistry Registry { get; }

    public IServingLog Serving { get; }

    public IOutbox Outbox { get; }

    public IScheduleStore Schedules { get; }

    /// <summary>Opens a store, or makes one.</summary>
    public static LocalStore Open(StoreFolder folder, StoreOptions options, TimeProvider clock)
    {
        if (Permissions.FindUnreadable(folder.Root) is { } unreadable)
        {
            throw StoreErrors.Unreadable(folder.Root, unreadable);
        }

        if (folder.FindStranger() is { } why)
        {
            throw StoreErrors.NotAStore(folder.Root, why);
        }

        var warnings = StoreGuard.Check(folder);
        if (options.ReadOnly && !File.Exists(folder.Database))
        {
            throw StoreErrors.Missing(folder.Root);
        }

        if (File.Exists(folder.Database))
        {
            DatabaseHeader.Check(folder.Root, folder.Database);
        }

        if (options.ReadOnly)
        {
            return new LocalStore(folder, options, clock, warnings, temporary: null, FindReadMode(folder, options));
        }

        var (temporary, left) = Prepare(folder, options);
        return new LocalStore(folder, options, clock, [.. warnings, .. left], temporary, OpenMode.Read);
    }

    public string CreateScratchFolder()
    {
        try
        {
            return _temporary?.CreateScratchFolder() ?? throw StoreErrors.ReadOnly(_folder.Root, "it was opened for reading");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, _folder.Root, _folder.Temporary);
        }
    }

    public Task<CollectionReport> CollectAsync(RetentionPolicy policy, bool dryRun, CancellationToken cancellationToken = default)
    {
        var writes = _temporary is null ? throw StoreErrors.ReadOnly(_folder.Root, "it was opened for reading") : _queue.Value;
        StoreGuard.Check(_folder);
        var collector = new GarbageCollector(_folder, _objects, writes, _options);
        return collector.CollectAsync(policy, dryRun, _runs.ForgetPrefetched, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_queue.IsValueCreated)
        {
            await _queue.Value.DisposeAsync();
        }

        _readers.Dispose();
        if (_temporary is not null)
        {
            _temporary.Dispose();

            // At the latest now it is told that the store has gone: what this process wrote may be gone with it.
            _file.Check();
        }
    }

    private static (TemporaryFolder Temporary, IReadOnlyList<string> Left) Prepare(StoreFolder folder, StoreOptions options)
    {
        PrivateFiles.CreateFolder(folder.Root);
        using var open =
            FileLock.Take(
                folder.OpenLock,
                shared: false,
                options.BusyTimeout,
                () => options.Waiting?.Invoke(StoreWaits.Busy(folder.Root, options.BusyTimeout)),
                options.Stop
            ) ?? throw StoreErrors.Busy(folder.Root);
        if (!FileLock.IsHeld(folder.OpenLock))
        {
            throw StoreErrors.NoLocks(folder.Root, "its file system, or a setting of this process, keeps no locks on files");
        }

        folder.Create();
        using (var connection = Connection.Open(folder.Database, OpenMode.Create, options.BusyTimeout))
        {
            Migrate(connection, folder, options);
            Schema.Ensure(connection, options.Stop);
        }

        var left = TemporaryFolder.Sweep(folder);
        return (TemporaryFolder.Create(folder), left);
    }

    /// <summary>Brings a store of an older format to today's, while no run goes on in it.</summary>
    private static void Migrate(Connection connection, StoreFolder folder, StoreOptions options)
    {
        if (connection.QueryInt64("PRAGMA user_version") is var version && (version == 0 || version == Schema.Version))
        {
            return;
        }

        using var use =
            FileLock.TryTake(folder.UseLock, shared: false) ?? throw StoreErrors.Older(folder.Root, version, RunLocks.FindLive(folder));
        try
        {
            Schema.Migrate(connection, options.Stop);
        }
        catch (StoreException exception) when (exception.Problem == StoreProblem.Locked)
        {
            throw StoreErrors.Older(folder.Root, version, []);
        }
    }

    private static OpenMode FindReadMode(StoreFolder folder, StoreOptions options)
    {
        if (FileStatus.Find(folder.Journal) is { Stamp.Length: > 0 })
        {
            // A process was killed while it made the store or changed its format. Only who may write can take that back; without it, what
            // is half written would be read.
            using var repairing = Connection.Open(folder.Database, OpenMode.Write, options.BusyTimeout);
            repairing.QueryInt64("PRAGMA schema_version");
        }

        try
        {
            using var connection = Connection.Open(folder.Database, OpenMode.Read, options.BusyTimeout);
            connection.QueryInt64("PRAGMA schema_version");
            return OpenMode.Read;
        }
        catch (StoreException exception)
            when (exception.Problem is StoreProblem.ReadOnly or StoreProblem.Full or StoreProblem.NoLocks
                && new FileInfo(folder.Database + "-wal") is not { Exists: true, Length: > 0 }
            )
        {
            // A full or read-only disk has no place for SQLite's shared memory. Without a log there is nothing that it would be needed for,
            // and nobody can write one.
            return OpenMode.Immutable;
        }
    }

    private Connection Connect(OpenMode mode)
    {
        _file.Check();
        var connection = Connection.Open(_folder.Database, mode, _options.BusyTimeout);
        try
        {
            // FULL: a commit survives a power loss, not just the end of the process. Group commit shares its cost.
            if (mode == OpenMode.Write)
            {
                connection.Execute(
                    "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16000; PRAGMA "
                        + "wal_autocheckpoint = 4000"
                );
            }
            else
            {
                Schema.PrepareToRead(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
