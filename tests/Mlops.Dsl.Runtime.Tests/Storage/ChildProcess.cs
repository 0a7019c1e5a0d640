using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>A run of the program to be killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly SemaphoreSlim _written = new(0);
    private readonly List<string> _lines = [];

    public ChildProcess(params string[] arguments)
    {
        // The host that runs the tests, wherever it is installed.
        var host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Mlops.Dsl.CrashChild.dll"), .. arguments];
        _process = Process.Start(new ProcessStartInfo(host, command) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Output = ReadAsync();
    }

    /// <summary>All that the program wrote before it ended.</summary>
    public Task<List<string>> Output { get; }

    /// <summary>Waits until the program has written more lines, or ended.</summary>
    public async Task WaitForLinesAsync(int count)
    {
        for (var i = 0; i < count && !Output.IsCompleted; i++)
        {
            await _written.WaitAsync();
        }
    }

    /// <summary>Ends the program at once: SIGKILL.</summary>
    public async Task<List<string>> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        return await Output;
    }

    public void Dispose()
    {
        _process.Dispose();
        _written.Dispose();
    }

    private async Task<List<string>> ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            _written.Release();
        }

        // Nobody shall wait for what does not come. Lines are shorter than a pipe's atomic write, so the last one is whole too.
        _written.Release(int.MaxValue / 2);
        return _lines;
    }
}
