using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Mlops.Dsl;

/// <summary>
/// Asks <c>statx(2)</c>, whose layout is the same on every architecture: .NET tells neither what kind of file it is, nor inode and change
/// time.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileStatus
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStatistics = 0x7FF;
    private const int NotImplemented = 38;
    private const int ModeMask = 0xFFF;

    /// <summary>Reads what lies at a path.</summary>
    /// <returns>Whether anything does; null where the C library or the kernel is too old to tell.</returns>
    public static bool? Read(string path, bool followsLinks, out FileStatus status)
    {
        status = default;
        try
        {
            if (Statx(CurrentFolder, path, followsLinks ? 0 : DoNotFollow, BasicStatistics, out var found) != 0)
            {
                return Marshal.GetLastPInvokeError() == NotImplemented ? null : false;
            }

            status = found.ToFileStatus();
            return true;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads what an open file is.</summary>
    public static bool Read(SafeFileHandle file, out FileStatus status)
    {
        status = default;
        try
        {
            if (Statx(file, "", EmptyPath, BasicStatistics, out var found) != 0)
            {
                return false;
            }

            status = found.ToFileStatus();
            return true;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(SafeFileHandle file, string path, int flags, uint mask, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(16)]
        private readonly uint _names;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(32)]
        private readonly ulong _inode;

        [FieldOffset(40)]
        private readonly ulong _size;

        [FieldOffset(96)]
        private readonly Time _changed;

        [FieldOffset(112)]
        private readonly Time _modified;

        [FieldOffset(136)]
        private readonly ulong _device;

        public FileStatus ToFileStatus() =>
            new(
                Kind,
                new FileStamp((long)_size, _modified.Nanoseconds, _changed.Nanoseconds, (long)_inode),
                (long)_device,
                (int)_names,
                (UnixFileMode)(_mode & ModeMask)
            );

        private FileKind Kind =>
            (_mode & ~ModeMask) switch
            {
                0x8000 => FileKind.File,
                0x4000 => FileKind.Folder,
                0xA000 => FileKind.Link,
                0x1000 => FileKind.Pipe,
                0xC000 => FileKind.Socket,
                _ => FileKind.Device,
            };
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Nanoseconds => (_seconds * 1_000_000_000) + _nanoseconds + _reserved;
    }
}
