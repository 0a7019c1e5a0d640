using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// A compiler server of the SDK's: it outlives a compilation, so that it can be asked what that took, and its code is warm in the next one.
/// </summary>
internal sealed partial class Compiler : IDisposable
{
    private readonly ProjectBuild _project;
    private readonly string _name = $"mlops-benchmark-{Guid.NewGuid():N}";
    private readonly Process _server;

    /// <summary>Starts a server.</summary>
    public Compiler(ProjectBuild project)
    {
        _project = project;
        _server = Start("VBCSCompiler.dll", $"-pipename:{_name}");
    }

    /// <summary>Compiles the project.</summary>
    /// <exception cref="InvalidOperationException">The compiler failed.</exception>
    public Compilation Compile(bool hasAnalyzers)
    {
        var before = _server.TotalProcessorTime;
        using var client = Start("csc.dll", $"/shared:{_name}", "/noconfig", "/reportanalyzer", $"@{_project.ResponseFile(hasAnalyzers)}");
        var output = client.StandardOutput.ReadToEnd();
        client.WaitForExit();
        _server.Refresh();
        if (client.ExitCode != 0 || _server.HasExited)
        {
            throw new InvalidOperationException($"The compiler ended with {client.ExitCode}: {output}");
        }

        return new Compilation(_server.TotalProcessorTime - before, Counted(AnalyzerTime(), output), Counted(GeneratorTime(), output));
    }

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private Process Start(string program, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Path.Combine(_project.Compilers, program), .. arguments])
            {
                UseShellExecute = false,
                WorkingDirectory = _project.Folder,
                RedirectStandardOutput = true,
            }
        )!;

    private static TimeSpan Counted(Regex time, string output) =>
        TimeSpan.FromSeconds(
            time.Match(output) is { Success: true } match ? double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture) : 0
        );

    [GeneratedRegex(
        @"(?<seconds>[\d.]+)\s+<?\d+\s+Mlops\.Dsl\.Analyzers, Version",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex AnalyzerTime();

    [GeneratedRegex(
        @"(?<seconds>[\d.]+)\s+<?\d+\s+Mlops\.Dsl\.Generators, Version",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex GeneratorTime();

    /// <summary>What a compilation took.</summary>
    /// <param name="Processor">The processor time of all its threads.</param>
    /// <param name="Analyzers">What the compiler counted for our analyzers: time that passed, waiting included, but not what it does itself
    /// for their sake.</param>
    /// <param name="Generators">What it counted for our generators.</param>
    internal sealed record Compilation(TimeSpan Processor, TimeSpan Analyzers, TimeSpan Generators);
}
