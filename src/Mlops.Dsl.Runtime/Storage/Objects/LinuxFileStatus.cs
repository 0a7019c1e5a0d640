using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Mlops.Dsl.Runtime.Storage.Objects;

/// <summary>Reads inode and change time with <c>statx(2)</c>, whose layout is the same on every architecture; .NET offers neither.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileStatus
{
    private const int CurrentFolder = -100;
    private const uint BasicStatistics = 0x7FF;

    /// <summary>Reads a file's stamp; false where the file is missing or the C library is too old.</summary>
    public static bool TryRead(string path, out FileStamp stamp)
    {
        stamp = default;
        try
        {
            if (Statx(CurrentFolder, path, 0, BasicStatistics, out var status) != 0)
            {
                return false;
            }

            stamp = new FileStamp((long)status.Size, status.Modified.Nanoseconds, status.Changed.Nanoseconds, (long)status.Inode);
            return true;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(40)]
        public readonly ulong Size;

        [FieldOffset(96)]
        public readonly Time Changed;

        [FieldOffset(112)]
        public readonly Time Modified;
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
