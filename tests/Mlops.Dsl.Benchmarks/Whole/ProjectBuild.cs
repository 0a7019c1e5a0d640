using System.Globalization;
using System.Text.RegularExpressions;
using Mlops.Dsl.Benchmarks.Others;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>A project on the disk, built by <c>dotnet build</c> as a user would, beside the SDK's analyzers, with or without ours.</summary>
internal sealed partial class ProjectBuild
{
    private const string ProjectFile = "Synthetic.csproj";

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-build-").FullName;
    private readonly string _server;

    /// <summary>Writes the project.</summary>
    /// <param name="sources">Its files.</param>
    /// <param name="server">A compiler server that stays between builds, by its name; empty for a compiler that is started for each build.</param>
    public ProjectBuild(IReadOnlyList<string> sources, string server)
    {
        _server = server;
        for (var i = 0; i < sources.Count; i++)
        {
            File.WriteAllText(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"Source{i}.cs")), sources[i]);
        }

        File.WriteAllText(Path.Combine(_folder, ProjectFile), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <GenerateDocumentationFile>false</GenerateDocumentationFile>
              </PropertyGroup>
              <Import Project="{Checkout.Root}/eng/UseFromSource.props" />
              <Import Project="{Checkout.Root}/eng/UseFromSource.targets" />
              <Target Name="WithoutOurAnalyzers" BeforeTargets="CoreCompile" Condition="'$(OurAnalyzers)' == 'false'">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Mlops.Dsl.Analyzers'" />
                </ItemGroup>
              </Target>
            </Project>

            """);
        Run("restore", ProjectFile, "--verbosity", "quiet");
    }

    /// <summary>Builds everything anew.</summary>
    public Report Build(bool hasAnalyzers)
    {
        var output = Run(
            "build", ProjectFile, "--configuration", "Release", "--no-restore", "--no-dependencies", "--no-incremental", "--verbosity", "detailed",
            "-consoleLoggerParameters:PerformanceSummary;NoSummary", "-property:ReportAnalyzer=true", $"-property:OurAnalyzers={(hasAnalyzers ? "true" : "false")}",
            $"-property:UseSharedCompilation={(_server.Length > 0 ? "true" : "false")}", $"-property:SharedCompilationId={_server}");
        return new Report(
            TimeSpan.FromMilliseconds(Number(CompilerTime(), output)),
            TimeSpan.FromSeconds(hasAnalyzers ? Number(AnalyzerTime(), output) : 0),
            TimeSpan.FromSeconds(Number(GeneratorTime(), output)));
    }

    /// <summary>Ends the compiler server, and removes the project.</summary>
    public void Remove()
    {
        if (_server.Length > 0)
        {
            var compilers = Run("msbuild", ProjectFile, "-getProperty:RoslynTargetsPath").Trim();
            Run("exec", Path.Combine(compilers, "bincore", "VBCSCompiler.dll"), $"-pipename:{_server}", "-shutdown");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Run(params string[] arguments) => Command.Run(_folder, ["dotnet", .. arguments]);

    private static double Number(Regex time, string output) =>
        time.Match(output) is { Success: true } match
            ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The build printed nothing that matches '{time}': {output[^Math.Min(2000, output.Length)..]}");

    [GeneratedRegex(@"(?<number>\d+) ms\s+Csc\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CompilerTime();

    [GeneratedRegex(@"(?<number>[\d.]+)\s+<?\d+\s+Mlops\.Dsl\.Analyzers, Version", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AnalyzerTime();

    [GeneratedRegex(@"(?<number>[\d.]+)\s+<?\d+\s+Mlops\.Dsl\.Generators, Version", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GeneratorTime();

    /// <summary>What a build said of itself.</summary>
    /// <param name="Compiler">The time of the compiler's task, all it does included.</param>
    /// <param name="Analyzers">What it counted for our analyzers. What a compiler does for their sake is not in it.</param>
    /// <param name="Generators">What it counted for our generators.</param>
    internal sealed record Report(TimeSpan Compiler, TimeSpan Analyzers, TimeSpan Generators);
}
