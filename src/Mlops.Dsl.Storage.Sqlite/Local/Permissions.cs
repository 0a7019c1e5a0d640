using System.Runtime.InteropServices;

namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>What the system lets this process do with files.</summary>
internal static partial class Permissions
{
    private const int Search = 1;
    private const int Read = 4;
    private const int AccessDenied = 13; // EACCES

    /// <summary>The first of some files and folders that is there, or may be, and can't be read; null where there is none.</summary>
    /// <remarks>
    /// Asks instead of opening: closing a database's file would drop SQLite's locks on it (https://sqlite.org/howtocorrupt.html, section
    /// 2.2).
    /// </remarks>
    public static string? FindUnreadable(params IEnumerable<string> paths) =>
        OperatingSystem.IsWindows() ? null : paths.FirstOrDefault(IsUnreadable);

    private static bool IsUnreadable(string path) =>
        MayAccess(path, Directory.Exists(path) ? Read | Search : Read) != 0 && Marshal.GetLastPInvokeError() == AccessDenied;

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MayAccess(string path, int mode);
}
