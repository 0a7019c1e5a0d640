namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>What a live run holds: its own lock, which tells that it lives, and a share of the store's, which keeps gc away.</summary>
internal sealed class RunLocks : IDisposable
{
    private readonly string _path;
    private readonly FileLock _run;
    private readonly FileLock _use;

    private RunLocks(string path, FileLock run, FileLock use)
    {
        _path = path;
        _run = run;
        _use = use;
    }

    /// <summary>Takes the locks of a new run; waits for a gc to end.</summary>
    /// <exception cref="StoreException">A gc does not end in time.</exception>
    public static RunLocks Take(StoreFolder folder, string runId, StoreOptions options, CancellationToken cancellationToken)
    {
        var timeout = options.BusyTimeout;
        var use =
            FileLock.Take(
                folder.UseLock,
                shared: true,
                timeout,
                () => options.Waiting?.Invoke(StoreWaits.Collecting(folder.Root, timeout)),
                cancellationToken
            ) ?? throw StoreErrors.Collecting(folder.Root);
        try
        {
            // No sweep may see the lock file before it is locked.
            using var open =
                FileLock.Take(
                    folder.OpenLock,
                    shared: false,
                    timeout,
                    () => options.Waiting?.Invoke(StoreWaits.Busy(folder.Root, timeout)),
                    cancellationToken
                ) ?? throw StoreErrors.Busy(folder.Root);
            var path = folder.RunLock(runId) ?? throw new ArgumentException($"'{runId}' is no run's id.", nameof(runId));

            // The run is new, so that whoever holds its lock only looks which runs are live, and lets go of it at once.
            var run =
                FileLock.Take(path, shared: false, timeout, cancellationToken: cancellationToken)
                ?? throw StoreErrors.InUse(folder.Root, [runId]);
            return new RunLocks(path, run, use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <summary>Whether a run's process is alive.</summary>
    public static bool IsLive(StoreFolder folder, string runId) => folder.RunLock(runId) is { } path && FileLock.IsHeld(path);

    /// <summary>The runs whose processes are alive.</summary>
    public static IReadOnlyList<string> FindLive(StoreFolder folder) =>
        [.. Directory.GetFiles(folder.Runs).Where(FileLock.IsHeld).Select(static path => Path.GetFileNameWithoutExtension(path)!)];

    /// <summary>Lets go of the run, then of the store.</summary>
    public void Dispose()
    {
        _run.Dispose();
        Removal.Remove(_path);
        _use.Dispose();
    }
}
