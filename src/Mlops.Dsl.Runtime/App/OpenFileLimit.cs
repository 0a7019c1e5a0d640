using System.Runtime.InteropServices;
using System.Text;

namespace Mlops.Dsl.Runtime.App;

/// <summary>
/// How many files the system lets this process have open (<c>ulimit -n</c>). The runtime has raised the limit as far as it may before the
/// program begins.
/// </summary>
internal static partial class OpenFileLimit
{
    // A run of one stage has about a hundred files open, most of them the runtime's own.
    private const ulong Needed = 128;

    private const int ErrorOutput = 2;

    /// <summary>
    /// Whether the limit is too low for any run, which is then said. Each assembly that is loaded and each file that is written takes one:
    /// with too few the program would end anywhere, in the middle of telling why.
    /// </summary>
    public static bool IsTooLow()
    {
        // The resource's number on Linux, and on macOS.
        if (OperatingSystem.IsWindows() || Read(OperatingSystem.IsLinux() ? 7 : 8, out var limit) != 0 || limit.Current >= Needed)
        {
            return false;
        }

        // Past the console, which would need files of its own.
        var message = Encoding.UTF8.GetBytes(
            $"error: this process may have no more than {limit.Current} files open, but a pipeline program needs {Needed}. Nothing was "
                + $"started. "
                + "Raise the limit where it was set: 'ulimit -n', LimitNOFILE of a service, --ulimit of a container.\n"
        );
        _ = Write(ErrorOutput, message, message.Length);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Read(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte[] bytes, nint count);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        public readonly nuint Current;
        public readonly nuint Highest;
    }
}
