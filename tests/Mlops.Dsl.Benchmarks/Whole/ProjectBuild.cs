using System.Globalization;
using System.Text.RegularExpressions;
using Mlops.Dsl.Benchmarks.Others;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// A project on the disk, and how <c>dotnet build</c> calls the compiler for it: beside the SDK's own analyzers and generators, with or
/// without our analyzers.
/// </summary>
internal sealed partial class ProjectBuild : IDisposable
{
    private const string ProjectFile = "Synthetic.csproj";

    /// <summary>Writes a project, and asks the SDK how it is compiled.</summary>
    /// <param name="sources">Its files.</param>
    /// <param name="folder">A folder of more; null for none.</param>
    public ProjectBuild(IReadOnlyList<string> sources, string? folder = null)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            File.WriteAllText(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"Source{i}.cs")), sources[i]);
        }

        File.WriteAllText(
            Path.Combine(Folder, ProjectFile),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>{(folder is null ? "disable" : "enable")}</ImplicitUsings>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <OutputType>{(folder is null ? "Library" : "Exe")}</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="{folder}/**/*.cs" Condition="'{folder}' != ''" />
              </ItemGroup>
              <Import Project="{Checkout.Root}/eng/UseFromSource.props" />
              <Import Project="{Checkout.Root}/eng/UseFromSource.targets" />
            </Project>

            """
        );
        Compilers = Path.Combine(Dotnet("msbuild", ProjectFile, "-getProperty:RoslynTargetsPath").Trim(), "bincore");
        Dotnet("restore", ProjectFile, "--verbosity", "quiet");
        var output = Dotnet(
            "build",
            ProjectFile,
            "--configuration",
            "Release",
            "--no-restore",
            "--no-dependencies",
            "--verbosity",
            "detailed",
            "-property:UseSharedCompilation=false"
        );
        var arguments = CompilerArguments().Match(output).Groups["arguments"].Value;
        var without = OurAnalyzers().Replace(arguments, "");
        if (without == arguments)
        {
            throw new InvalidOperationException(
                $"The compiler is called without our analyzers, so that there is nothing to compare: {output}"
            );
        }

        File.WriteAllText(ResponseFile(hasAnalyzers: true), arguments);
        File.WriteAllText(ResponseFile(hasAnalyzers: false), without);
    }

    /// <summary>The project's folder, which is where the compiler has to run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mlops-build-").FullName;

    /// <summary>The folder of the SDK's compilers.</summary>
    public string Compilers { get; }

    /// <summary>What the compiler is called with.</summary>
    public string ResponseFile(bool hasAnalyzers) => Path.Combine(Folder, hasAnalyzers ? "with.rsp" : "without.rsp");

    /// <summary>Removes the project.</summary>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Dotnet(params string[] arguments) => Command.Run(Folder, ["dotnet", .. arguments]);

    [GeneratedRegex(
        @"/noconfig (?<arguments>.+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CompilerArguments();

    [GeneratedRegex(
        "/analyzer:\\S*Mlops\\.Dsl\\.(Analyzers|CodeFixes)\\.dll\"?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex OurAnalyzers();
}
