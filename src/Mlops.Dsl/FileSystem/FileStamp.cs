using System.Runtime.InteropServices;

namespace Mlops.Dsl;

/// <summary>
/// What the file system tells of a file's state. While it stays the same, so does the content, unless someone forges times.
/// </summary>
/// <param name="Length">The size in bytes.</param>
/// <param name="Modified">When the content changed last, in nanoseconds since 1970.</param>
/// <param name="Changed">When the file or its attributes changed last, in nanoseconds since 1970: no program can set it. Linux only,
/// otherwise the creation time.</param>
/// <param name="Inode">Which file it is, so that one renamed over it is another. Linux only, otherwise 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStamp(long Length, long Modified, long Changed, long Inode)
{
    // The coarsest clock of a file system in use is FAT's, with two seconds.
    private const long Granularity = 2_000_000_000;

    /// <summary>Reads a file's stamp; that of the file that a link leads to.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static FileStamp Read(string path) => Find(path) ?? throw new FileNotFoundException($"The file '{path}' does not exist.", path);

    /// <summary>Reads a file's stamp, or null where there is no such file.</summary>
    public static FileStamp? Find(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.Read(path, followsLinks: true, out var status) is { } isThere)
        {
            return isThere ? status.Stamp : null;
        }

        var info = new FileInfo(path);
        return info.Exists ? Of(info) : null;
    }

    /// <summary>The stamp as far as .NET tells it.</summary>
    public static FileStamp Of(FileSystemInfo entry)
    {
        var length = entry is FileInfo { LinkTarget: null } file ? file.Length : 0;
        return new FileStamp(length, ToNanoseconds(entry.LastWriteTimeUtc), ToNanoseconds(entry.CreationTimeUtc), Inode: 0);
    }

    /// <summary>
    /// Whether the file is old enough that any later change gets another stamp. A change within the clock's granularity may get the same
    /// one.
    /// </summary>
    public bool IsSettled(DateTimeOffset now) => Math.Max(Modified, Changed) < ToNanoseconds(now.UtcDateTime) - Granularity;

    private static long ToNanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;
}
