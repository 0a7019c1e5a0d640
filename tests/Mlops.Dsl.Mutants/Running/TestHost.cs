using System.Diagnostics;
using System.Globalization;
using Mlops.Dsl.Mutants.Compiling;

namespace Mlops.Dsl.Mutants.Running;

/// <summary>A test program in a process of its own that runs the tests it is told to, with the mutant it is told to.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private const char Mark = '\u0001';
    private const char Separator = '\u0002';

    private readonly Process _process;

    /// <param name="program">The test program.</param>
    /// <param name="mutant">The mutant that is the program from the start; 0 for none.</param>
    public TestHost(TestProgram program, int mutant)
    {
        var scratch = program.CreateScratch();
        var start = new ProcessStartInfo(DotNet.Path, ["exec", program.Assembly])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = HostAssembly;
        start.Environment["MLOPS_MUTANTS_TESTS"] = program.Assembly;
        start.Environment["MLOPS_MUTANTS_LIBRARY"] = program.Library;
        start.Environment["MLOPS_MUTANTS_REACHED"] = Directory.CreateDirectory(Path.Combine(scratch, "reached")).FullName;
        start.Environment["MLOPS_MUTANTS_ACTIVE"] = mutant.ToString(CultureInfo.InvariantCulture);
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(scratch, "tmp")).FullName;

        // A mutant that reads a wrong length asks for all the memory there is.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    private static string HostAssembly =>
        Path.GetFullPath(
            Path.Combine(
                AppContext.BaseDirectory,
                "..",
                "..",
                "..",
                "..",
                "Mlops.Dsl.Mutants.Host",
                "bin",
                "Release",
                "net10.0",
                "Mlops.Dsl.Mutants.Host.dll"
            )
        );

    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="question">The line.</param>
    /// <param name="limit">How long the answer may take.</param>
    /// <returns>The words of the answer, or null where there is none: the process died or took longer.</returns>
    public async Task<string[]?> AskAsync(string question, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(question.AsMemory(), late.Token);
            await _process.StandardInput.FlushAsync(late.Token);
            while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } line)
            {
                if (line.StartsWith(Mark))
                {
                    return line[1..].Split(Separator);
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
