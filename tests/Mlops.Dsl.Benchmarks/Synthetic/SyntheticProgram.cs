using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>A synthetic pipeline, built as a project is: generated, compiled, fingerprinted by the build's tool, and loaded.</summary>
internal static class SyntheticProgram
{
    /// <summary>Builds a chain of stages and loads it.</summary>
    public static PipelineDefinition BuildChain(int stages)
    {
        var assembly = Assembly.LoadFrom(Build(stages));
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        return PipelineCatalog.Find(NameOf(stages).ToLowerInvariant())
            ?? throw new InvalidOperationException($"'{NameOf(stages)}' registered no pipeline.");
    }

    /// <summary>
    /// Builds a chain of stages in a folder below the running program's: the build's tool takes all JSON files of its output folder for its
    /// own.
    /// </summary>
    /// <returns>The assembly.</returns>
    public static string Build(int stages)
    {
        var name = NameOf(stages);
        var path = Path.Combine(
            Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "synthetic", name)).FullName,
            $"{name}.dll"
        );
        var compilation = CompilerHost.Compile(PipelineSource.Chain(name, stages)).WithAssemblyName(name);
        CompilerHost.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var emitted = generated.Emit(path);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(
                string.Join(
                    Environment.NewLine,
                    emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)
                )
            );
        }

        Fingerprint(path);

        // The engine looks for them beside the program.
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, "*.json"))
        {
            File.Copy(file, Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file)), overwrite: true);
        }

        return path;
    }

    private static string NameOf(int stages) => FormattableString.Invariant($"Chain{stages}");

    private static void Fingerprint(string assembly)
    {
        var response = Path.ChangeExtension(assembly, ".rsp");
        File.WriteAllLines(
            response,
            [
                $"project={assembly}",
                $"assembly={assembly}",
                $"output={Path.GetDirectoryName(assembly)}",
                .. ProductAssemblies.Locations.Select(static location => $"package={location}"),
                .. Directory
                    .GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
                    .Select(file => $"framework={Path.GetFileNameWithoutExtension(file)}"),
            ]
        );
        var tool = Path.Combine(Checkout.Root, "src", "Mlops.Dsl.Build", "bin", "Release", "net10.0", "Mlops.Dsl.Build.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, response]) { UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{tool}' ended with {process.ExitCode}.");
        }
    }
}
