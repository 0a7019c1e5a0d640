using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Mlops.Dsl.Package.Tests;

/// <summary>A finished command and what it printed.</summary>
internal sealed record CommandResult(string Line, int ExitCode, string Output)
{
    /// <summary>Fails the test with the command's output unless it ended with the expected code.</summary>
    public CommandResult Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"'{Line}' ended with {ExitCode} instead of {exitCode}:{Environment.NewLine}{Output}");
        return this;
    }
}

/// <summary>Runs commands as a user would.</summary>
internal static class Command
{
    /// <summary>Variables that every command gets.</summary>
    public static ConcurrentDictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>The program <c>dotnet</c>.</summary>
    public static string DotnetProgram => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs <c>dotnet</c> with arguments in a folder.</summary>
    public static CommandResult Dotnet(string folder, params string[] arguments) => Run(folder, DotnetProgram, arguments);

    /// <summary>Runs a program with arguments in a folder, with both of its streams read as one.</summary>
    public static CommandResult Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in start.Environment.Keys.Where(IsOfTheTestHost).ToArray())
        {
            start.Environment.Remove(variable);
        }

        // Nodes that outlive the command would keep the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // These commands are short: code that is profiled to be compiled once more is seldom run again.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var variable in Variables)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new CommandResult($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    // A build inside a test run must not inherit what the outer build or test host set for itself.
    private static bool IsOfTheTestHost(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("MLOPS_", StringComparison.OrdinalIgnoreCase);
}
