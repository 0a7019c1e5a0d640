namespace Mlops.Dsl.Runtime.Storage.Local;

/// <summary>A folder for the files that this process is writing. Its lock tells the folders of the living from those of the dead, which are swept.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly FileLock _lock;
    private readonly string _path;
    private long _last;

    private TemporaryFolder(string path, FileLock lockFile)
    {
        _path = path;
        _lock = lockFile;
    }

    /// <summary>Makes a folder. Call it while holding <see cref="StoreFolder.OpenLock"/>, so that no sweep sees the lock file before it is locked.</summary>
    public static TemporaryFolder Create(StoreFolder folder)
    {
        var path = Path.Combine(folder.Temporary, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        var lockFile = FileLock.TryTake(path + ".lock", shared: false) ?? throw StoreErrors.Busy(folder.Root);
        Directory.CreateDirectory(path);
        return new TemporaryFolder(path, lockFile);
    }

    /// <summary>Removes what dead processes left. Call it while holding <see cref="StoreFolder.OpenLock"/>.</summary>
    public static void Sweep(StoreFolder folder)
    {
        foreach (var entry in Directory.GetFileSystemEntries(folder.Temporary))
        {
            var path = entry.EndsWith(".lock", StringComparison.Ordinal) ? entry[..^5] : entry;
            if (!FileLock.IsHeld(path + ".lock"))
            {
                Remove(path);
            }
        }

        foreach (var run in Directory.GetFiles(folder.Runs))
        {
            if (!FileLock.IsHeld(run))
            {
                File.Delete(run);
            }
        }
    }

    /// <summary>A path that no other file has.</summary>
    public string NextPath() => Path.Combine(_path, Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Lets go of the folder and removes it.</summary>
    public void Dispose()
    {
        // While it is locked, no sweep removes it, too. An open file can't be deleted on Windows; nobody else will ever have this name.
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }

        _lock.Dispose();
        File.Delete(_path + ".lock");
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        File.Delete(path + ".lock");
    }
}
