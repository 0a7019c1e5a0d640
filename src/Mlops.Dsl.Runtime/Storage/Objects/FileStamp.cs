using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.Storage.Objects;

/// <summary>
/// What the file system tells of a file's state. While it stays the same, so does the content, unless someone forges times.
/// </summary>
/// <param name="Length">The size in bytes.</param>
/// <param name="Modified">When the content changed last, in nanoseconds since 1970.</param>
/// <param name="Changed">When the file or its attributes changed last, in nanoseconds since 1970: no program can set it. Linux only, otherwise the creation time.</param>
/// <param name="Inode">Which file it is, so that one renamed over it is another. Linux only, otherwise 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStamp(long Length, long Modified, long Changed, long Inode)
{
    // The coarsest clock of a file system in use is FAT's, with two seconds.
    private const long Granularity = 2_000_000_000;

    /// <summary>Reads a file's stamp.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static FileStamp Read(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(path, out var stamp))
        {
            return stamp;
        }

        var info = new FileInfo(path);
        return info.Exists
            ? new FileStamp(info.Length, ToNanoseconds(info.LastWriteTimeUtc), ToNanoseconds(info.CreationTimeUtc), 0)
            : throw new FileNotFoundException($"The file '{path}' does not exist.", path);
    }

    /// <summary>
    /// Whether the file is old enough that any later change gets another stamp. A change within the clock's granularity may get the same one.
    /// </summary>
    public bool IsSettled(DateTimeOffset now) => Math.Max(Modified, Changed) < ToNanoseconds(now.UtcDateTime) - Granularity;

    private static long ToNanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;
}
