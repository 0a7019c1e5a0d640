using System.ComponentModel;
using System.Diagnostics;

namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>Runs commands of other tools.</summary>
internal static class Command
{
    /// <summary>Runs a command in a folder.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string folder, params string[] command) =>
        TryRun(folder, command, out var output)
            ? output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' failed: {output}");

    /// <summary>Runs a command, or tells that it is not there or fails.</summary>
    public static bool TryRun(string folder, string[] command, out string output)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            output += errors.GetAwaiter().GetResult();
            return process.ExitCode == 0;
        }
        catch (Win32Exception exception)
        {
            output = exception.Message;
            return false;
        }
    }
}
