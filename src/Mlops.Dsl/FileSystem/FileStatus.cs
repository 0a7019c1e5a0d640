using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mlops.Dsl;

/// <summary>What the system tells of a file without opening it.</summary>
/// <param name="Kind">What it is. Systems other than Linux tell links and folders, and take everything else for a file.</param>
/// <param name="Stamp">The state of its content.</param>
/// <param name="Device">The file system that it lies on; with the inode it says which file it is. Linux only, otherwise 0.</param>
/// <param name="Names">How many hard links it has. Linux only, otherwise 1.</param>
/// <param name="Mode">Who may do what. <see cref="UnixFileMode.None"/> on Windows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStatus(FileKind Kind, FileStamp Stamp, long Device, int Names, UnixFileMode Mode)
{
    /// <summary>
    /// What lies at a path; a link is itself, not what it leads to. Null where nothing does, or where this user may not look.
    /// </summary>
    public static FileStatus? Find(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.Read(path, followsLinks: false, out var status) is { } isThere)
        {
            return isThere ? status : null;
        }

        FileSystemInfo entry = new FileInfo(path);
        if (!entry.Exists)
        {
            entry = new DirectoryInfo(path);
        }

        return entry.Exists ? Of(entry) : null;
    }

    /// <summary>What an open file is; null where the system does not tell.</summary>
    public static FileStatus? Of(SafeFileHandle file) =>
        OperatingSystem.IsLinux() && LinuxFileStatus.Read(file, out var status) ? status : null;

    /// <summary>Whether two states are of one file, and not of one that took the other's place.</summary>
    public bool IsSameFile(FileStatus other) => Stamp.Inode == other.Stamp.Inode && Device == other.Device;

    private static FileStatus Of(FileSystemInfo entry)
    {
        var kind =
            entry.LinkTarget is not null ? FileKind.Link
            : entry.Attributes.HasFlag(FileAttributes.Directory) ? FileKind.Folder
            : FileKind.File;
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : entry.UnixFileMode;
        return new FileStatus(kind, FileStamp.Of(entry), Device: 0, Names: 1, mode);
    }
}
