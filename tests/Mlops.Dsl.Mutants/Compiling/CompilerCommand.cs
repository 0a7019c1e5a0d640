using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Mutants.Compiling;

/// <summary>Asks the build how it calls the compiler for a project.</summary>
internal static class CompilerCommand
{
    /// <summary>The compiler's arguments. The project must have been built.</summary>
    /// <exception cref="MutantsException">The build does not answer.</exception>
    public static CSharpCommandLineArguments Read(string project)
    {
        var (exitCode, output) = DotNet.Run(
            "build",
            project,
            "--configuration",
            "Release",
            "--no-restore",
            "--nologo",
            "-t:Compile",
            "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true",
            "-p:NonExistentFile=__none__",
            "-p:BuildProjectReferences=false",
            "-getItem:CscCommandLineArgs"
        );
        if (exitCode != 0)
        {
            throw new MutantsException($"The build does not tell how '{project}' is compiled: {output}");
        }

        using var json = JsonDocument.Parse(output);
        var arguments = json
            .RootElement.GetProperty("Items")
            .GetProperty("CscCommandLineArgs")
            .EnumerateArray()
            .Select(static item => item.GetProperty("Identity").GetString()!);
        return CSharpCommandLineParser.Default.Parse(
            arguments,
            Path.GetDirectoryName(project),
            Path.GetDirectoryName(typeof(object).Assembly.Location)
        );
    }
}
