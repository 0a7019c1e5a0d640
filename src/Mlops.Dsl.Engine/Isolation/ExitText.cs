using System.Globalization;

namespace Mlops.Dsl.Engine;

/// <summary>Says in words how a process ended.</summary>
internal static class ExitText
{
    private const int SignalBase = 128;

    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "SIGHUP",
        [2] = "SIGINT",
        [3] = "SIGQUIT",
        [4] = "SIGILL (an instruction that this processor does not know)",
        [6] = "SIGABRT (it gave up, or an exception was not caught)",
        [7] = "SIGBUS (it touched memory that is not there)",
        [8] = "SIGFPE (a division by zero, say)",
        [9] = "SIGKILL (somebody, or the system for lack of memory, ended it)",
        [11] = "SIGSEGV (it touched memory that is not its own)",
        [13] = "SIGPIPE",
        [15] = "SIGTERM",
    };

    /// <summary>Follows the subject, such as <c>was ended by SIGSEGV</c>.</summary>
    public static string Describe(int code) =>
        !OperatingSystem.IsWindows() && Signals.TryGetValue(code - SignalBase, out var signal)
            ? $"was ended by {signal}"
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}");
}
