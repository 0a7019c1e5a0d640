using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Engine;

/// <summary>A child and the processes that it started, as far as they stayed in its group: what is ended together.</summary>
internal sealed partial class ProcessGroup(Process leader)
{
    private const int Kill = 9;
    private const int Terminate = 15;

    private readonly int _id = leader.Id;

    /// <summary>Whether the child has said that it leads a group; until then it may be in the group of its parent.</summary>
    public bool IsLed { get; set; }

    /// <summary>Makes this process the leader of a new group, which no terminal signals.</summary>
    /// <returns>Whether the system has such groups.</returns>
    public static bool Lead() => !OperatingSystem.IsWindows() && BeginSession() >= 0;

    /// <summary>Ends this process with all of its group at once.</summary>
    public static void EndOwn() => _ = Signal(0, Kill);

    /// <summary>Asks the child to end; its descendants are its own affair.</summary>
    public void AskToEnd()
    {
        if (!OperatingSystem.IsWindows() && !leader.HasExited)
        {
            _ = Signal(_id, Terminate);
        }
    }

    /// <summary>
    /// Ends all processes of the group, also when the child has ended. Once: when none is left, the system may give the number to others.
    /// </summary>
    public void End()
    {
        if (IsLed)
        {
            IsLed = false;
            _ = Signal(-_id, Kill);
        }

        if (!leader.HasExited)
        {
            leader.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The memory in bytes that the group has resident, and how many processes it has.</summary>
    public (long Bytes, int Processes) Measure()
    {
        if (!OperatingSystem.IsLinux())
        {
            leader.Refresh();
            return leader.HasExited ? (0, 0) : (leader.WorkingSet64, 1);
        }

        var (bytes, processes) = (0L, 0);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(folder["/proc/".Length]) && ReadResident(folder) is { } resident)
            {
                bytes += resident;
                processes++;
            }
        }

        return (bytes, processes);
    }

    private long? ReadResident(string folder)
    {
        try
        {
            // The name of the program, which may contain anything, is in parentheses.
            var text = File.ReadAllText(folder + "/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            const int Group = 2;
            const int ResidentPages = 21;
            return int.Parse(fields[Group], System.Globalization.CultureInfo.InvariantCulture) == _id
                ? long.Parse(fields[ResidentPages], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended since the folder was listed.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int BeginSession();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
