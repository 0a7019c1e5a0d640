using System.Runtime.InteropServices;

namespace Mlops.Dsl;

/// <summary>
/// Tells what looks like a file and is none: a pipe, a device, a socket. .NET does not say, so <c>statx(2)</c> is asked, whose layout is the same on every
/// architecture; systems other than Linux are not asked.
/// </summary>
internal static partial class SpecialFile
{
    private const int CurrentFolder = -100;
    private const int NotThroughLinks = 0x100;
    private const int RegularFile = 0x8000;
    private const uint TypeOnly = 1;
    private const int TypeMask = 0xF000;

    /// <summary>What kind of special file it is, in words; null for a regular one.</summary>
    public static string? Describe(FileArtifact file)
    {
        // What is no regular file has no size of its own, so nearly every file is spared the question.
        if (file.Length > 0 || !OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return Statx(CurrentFolder, file.Location, 0, TypeOnly, out var status) != 0 ? null : (status.Mode & TypeMask) switch
            {
                0x1000 => "a named pipe",
                0x2000 or 0x6000 => "a device",
                0xC000 => "a socket",
                _ => null,
            };
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is older than the call: what the file is shows when it is read.
            return null;
        }
    }

    /// <summary>Whether there is a regular file at a path itself: no link, folder, pipe, device or socket, none of which is opened to find out.</summary>
    public static bool IsOrdinary(string path)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return false;
        }

        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            return Statx(CurrentFolder, path, NotThroughLinks, TypeOnly, out var status) == 0 && (status.Mode & TypeMask) == RegularFile;
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is older than the call, and nothing else tells a pipe from a file that is empty.
            return file.Length > 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(28)]
        public readonly ushort Mode;
    }
}
