namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// A lock between processes, and between the stores of one process: an open file that refuses others. The operating system lets go of it
/// when the process ends, however it ends. On Unix it is an advisory <c>flock</c>.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null where another holder refuses it.</summary>
    /// <param name="path">The file, which is made where it is missing.</param>
    /// <param name="shared">Whether others may share it.</param>
    /// <exception cref="IOException">The file can't be opened at all.</exception>
    public static FileLock? TryTake(string path, bool shared)
    {
        try
        {
            return new FileLock(
                shared
                    ? PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                    : PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException exception) when (IsRefusal(exception))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, waiting for other holders.</summary>
    /// <param name="path">The file, which is made where it is missing.</param>
    /// <param name="shared">Whether others may share it.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="waiting">Is called once, where the wait is so long that a person asks what goes on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, or null where the time was up.</returns>
    public static FileLock? Take(
        string path,
        bool shared,
        TimeSpan timeout,
        Action? waiting = null,
        CancellationToken cancellationToken = default
    )
    {
        var start = Environment.TickCount64;
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            if (TryTake(path, shared) is { } taken)
            {
                return taken;
            }

            if (Environment.TickCount64 - start >= timeout.TotalMilliseconds)
            {
                return null;
            }

            if (Environment.TickCount64 - start >= Patience.TotalMilliseconds)
            {
                waiting?.Invoke();
                waiting = null;
            }

            cancellationToken.WaitHandle.WaitOne(pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whether someone holds the lock. Looking does not disturb others who look.</summary>
    public static bool IsHeld(string path)
    {
        // Nobody locks what is no file, and opening it could wait for ever.
        if (FileStatus.Find(path) is not { Kind: FileKind.File })
        {
            return false;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException exception) when (IsRefusal(exception))
        {
            return true;
        }
    }

    /// <summary>Lets go of the lock.</summary>
    public void Dispose() => _file.Dispose();

    // EAGAIN is 11 on Linux and 35 on macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION are 32 and 33 on Windows.
    private static bool IsRefusal(IOException exception) =>
        (exception.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is 32 or 33 : code is 11 or 35);
}
