using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>A pipeline program as a process of its own, with a store of its own.</summary>
internal sealed class ProgramProcess(string name = "Mlops.Dsl.AppChild") : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops test ");

    /// <summary>The host that runs the tests, wherever it is installed.</summary>
    public static string Host { get; } =
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    /// <summary>The program, where its own build put it with its manifest.</summary>
    public string ProgramPath { get; } =
        Path.Combine(AppContext.BaseDirectory.Replace("Mlops.Dsl.Runtime.Tests", name, StringComparison.Ordinal), $"{name}.dll");

    public string FolderPath => _folder.FullName;

    /// <summary>Environment variables of the program.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Runs the program to its end.</summary>
    public async Task<ProgramRun> RunAsync(params string[] args)
    {
        using var process = Start(args);
        return await FinishAsync(process);
    }

    /// <summary>Starts the program.</summary>
    public Process Start(params string[] args) => StartCommand(Host, [ProgramPath, .. args]);

    /// <summary>Starts a command that starts the program.</summary>
    public Process StartCommand(string command, params string[] args)
    {
        var start = new ProcessStartInfo(command, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment.Remove("MLOPS_STORE");
        start.Environment.Remove("NO_COLOR");
        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the program's end.</summary>
    public static async Task<ProgramRun> FinishAsync(Process process, string alreadyRead = "")
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, alreadyRead + await output, await error);
    }

    /// <summary>Reads the output until a line contains a text.</summary>
    public static async Task<string> ReadUntilAsync(Process process, string text)
    {
        var read = "";
        while (!read.Contains(text, StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            read += line + "\n";
        }

        return read;
    }

    /// <summary>Sends a signal.</summary>
    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start(
            "kill",
            ["-s", signal == "INT" ? Interrupt : signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// What Ctrl-C sends, where programs started here get it. A shell that starts something in the background has it ignored by all that
    /// comes of it; SIGTERM then asks for the same.
    /// </summary>
    private static string Interrupt { get; } = IsInterruptIgnored() ? "TERM" : "INT";

    private static bool IsInterruptIgnored()
    {
        const string Status = "/proc/self/status";
        const ulong InterruptBit = 1UL << 1;
        var ignored = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & InterruptBit) != 0;
    }
}
