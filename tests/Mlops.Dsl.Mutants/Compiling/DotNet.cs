using System.Diagnostics;

namespace Mlops.Dsl.Mutants.Compiling;

/// <summary>The SDK's commands.</summary>
internal static class DotNet
{
    /// <summary>The host that runs this program.</summary>
    public static string Path { get; } =
        Environment.ProcessPath is { } path && System.IO.Path.GetFileNameWithoutExtension(path) == "dotnet"
            ? path
            : System.IO.Path.GetFullPath(
                System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet")
            );

    /// <summary>Runs a command to its end.</summary>
    public static (int ExitCode, string Output) Run(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Path, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.GetAwaiter().GetResult());
    }
}
