using System.Diagnostics;

namespace Income.Demo;

/// <summary>Starts the example's program as a person would: by its verbs, in a folder.</summary>
internal sealed class IncomeProgram(string dll, string folder)
{
    /// <summary>Does what a verb says, to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended with another exit code than expected.</exception>
    public async Task<string> RunAsync(int expected, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == expected
            ? await output
            : throw new InvalidOperationException(
                $"'{string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{await output}{await error}"
            );
    }

    /// <summary>Starts a verb that goes on until it is told to stop.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", dll, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
