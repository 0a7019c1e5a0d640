using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>One start of the program to be killed.</summary>
internal static class CrashRun
{
    /// <summary>Runs the program to its end, or kills it with SIGKILL after a time.</summary>
    /// <returns>Whether it came to its end, with success.</returns>
    public static async Task<bool> StartAsync(
        string store,
        string ledger,
        string? resumeOf,
        TimeSpan? killAfter,
        CancellationToken cancellationToken,
        string pipeline = "crash"
    )
    {
        // The host that runs the tests, wherever it is installed.
        var host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Mlops.Dsl.EngineCrashChild.dll"),
            store,
            ledger,
            pipeline,
            .. resumeOf is null ? Array.Empty<string>() : [resumeOf],
        ];
        using var process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        if (killAfter is { } time)
        {
            await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(time, cancellationToken));
            process.Kill();
        }

        await process.WaitForExitAsync(cancellationToken);
        var text = await errors;

        // A kill leaves nothing on standard error: whatever is there, the program itself had to say.
        Assert.True(text.Length == 0, text);
        return process.ExitCode == 0;
    }
}
