using System.Runtime.InteropServices;

namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// Makes directory entries durable: after a power loss, a renamed file is found under its new name only if its directory was flushed.
/// </summary>
internal static partial class DurableFiles
{
    /// <summary>Flushes a directory's entries. Does nothing on Windows, which journals them.</summary>
    /// <exception cref="IOException">The system could not.</exception>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // O_RDONLY is 0 everywhere; .NET opens no directories.
        var descriptor = Open(path, 0);
        if (descriptor < 0)
        {
            throw Error(path);
        }

        var failed = Flush(descriptor) != 0;

        // EINVAL (22) and ENOTSUP (95): the file system has no such operation, so there is nothing to do.
        var error = failed && Marshal.GetLastPInvokeError() is not (22 or 95) ? Error(path) : null;
        _ = Close(descriptor);
        if (error is not null)
        {
            throw error;
        }
    }

    private static IOException Error(string path)
    {
        var code = Marshal.GetLastPInvokeError();
        return new IOException($"{Marshal.GetPInvokeErrorMessage(code)} : '{path}'", code);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
