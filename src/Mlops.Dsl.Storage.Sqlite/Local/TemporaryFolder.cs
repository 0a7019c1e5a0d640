namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// A folder for the files that this process is writing. Its lock tells the folders of the living from those of the dead, which are swept.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string LockExtension = ".lock";

    private readonly FileLock _lock;
    private readonly string _path;
    private long _last;

    private TemporaryFolder(string path, FileLock lockFile)
    {
        _path = path;
        _lock = lockFile;
    }

    /// <summary>
    /// Makes a folder. Call it while holding <see cref="StoreFolder.OpenLock"/>, so that no sweep sees the lock file before it is locked.
    /// </summary>
    public static TemporaryFolder Create(StoreFolder folder)
    {
        var path = Path.Combine(folder.Temporary, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        var lockFile = FileLock.TryTake(path + LockExtension, shared: false) ?? throw StoreErrors.Busy(folder.Root);
        PrivateFiles.CreateFolder(path);
        return new TemporaryFolder(path, lockFile);
    }

    /// <summary>Removes what dead processes left. Call it while holding <see cref="StoreFolder.OpenLock"/>.</summary>
    /// <returns>What can't be removed, for people.</returns>
    public static IReadOnlyList<string> Sweep(StoreFolder folder)
    {
        var left = new List<string>();
        foreach (var entry in Directory.GetFileSystemEntries(folder.Temporary))
        {
            var path = entry.EndsWith(LockExtension, StringComparison.Ordinal) ? entry[..^LockExtension.Length] : entry;
            if (!FileLock.IsHeld(path + LockExtension))
            {
                left.AddRange(((string?[])[Removal.TryRemove(path), Removal.TryRemove(path + LockExtension)]).OfType<string>());
            }
        }

        foreach (var run in Directory.GetFileSystemEntries(folder.Runs))
        {
            if (!FileLock.IsHeld(run))
            {
                Removal.Remove(run);
            }
        }

        return left;
    }

    /// <summary>A path that no other file has.</summary>
    public string NextPath() =>
        Path.Combine(_path, Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Makes a folder for what stages write on the way. It goes with this one, at the latest.</summary>
    public string CreateScratchFolder()
    {
        var path = $"{NextPath()}-scratch";
        PrivateFiles.CreateFolder(path);
        return path;
    }

    /// <summary>Lets go of the folder and removes it. What a stage that was left behind still writes there is swept later.</summary>
    public void Dispose()
    {
        // While it is locked, no sweep removes it, too. An open file can't be deleted on Windows; nobody else will ever have this name.
        var left = Removal.TryRemove(_path);
        _lock.Dispose();
        if (left is null)
        {
            Removal.Remove(_path + LockExtension);
        }
    }
}
