using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Serving.Tests.Support;

/// <summary>The program with the income service as a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private const string Name = "Mlops.Dsl.ServeChild";
    private readonly Process _process;
    private readonly Task<string> _error;

    private ServeProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program with a store.</summary>
    public static ServeProcess Start(string store, params string[] args) =>
        new(Process.Start(StartInfo(FolderOf(store), [.. args, "--store", store]))!);

    /// <summary>How the program is started.</summary>
    public static ProcessStartInfo StartInfo(string folder, params string[] args)
    {
        var host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("Mlops.Dsl.Serving.Tests", Name, StringComparison.Ordinal),
            $"{Name}.dll"
        );
        var start = new ProcessStartInfo(host, [program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("MLOPS_STORE");
        // A variable that ASP.NET Core would listen to, were it asked: the program is not.
        start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:1";
        return start;
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Code, string Out, string Error)> RunAsync(string store, params string[] args)
    {
        using var program = Start(store, args);
        return await program.FinishAsync();
    }

    /// <summary>Waits until it serves, and tells where.</summary>
    public async Task<Uri> WaitForAddressAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("serving ", StringComparison.Ordinal))
            {
                return new Uri(line.Split(" on ")[1]);
            }
        }

        throw new InvalidOperationException($"The program ended: {await _error}");
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int Code, string Out, string Error)> FinishAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string FolderOf(string store) =>
        Path.GetDirectoryName(store) is { } folder && Directory.Exists(folder) ? folder : Path.GetTempPath();
}
