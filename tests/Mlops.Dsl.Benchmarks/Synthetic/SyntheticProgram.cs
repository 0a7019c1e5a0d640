using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>A synthetic pipeline, built as a project is: generated, compiled, fingerprinted by the build's tool, and loaded.</summary>
internal static class SyntheticProgram
{
    /// <summary>Builds a chain of stages beside the running program and loads it.</summary>
    public static PipelineDefinition BuildChain(int stages)
    {
        var name = FormattableString.Invariant($"Chain{stages}");
        var path = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        var compilation = CompilerHost.Compile(PipelineSource.Chain(name, stages)).WithAssemblyName(name);
        CompilerHost.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var emitted = generated.Emit(path);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        }

        Fingerprint(path);
        var assembly = Assembly.LoadFrom(path);
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        return PipelineCatalog.Find(name.ToLowerInvariant()) ?? throw new InvalidOperationException($"'{name}' registered no pipeline.");
    }

    private static void Fingerprint(string assembly)
    {
        var response = Path.ChangeExtension(assembly, ".rsp");
        File.WriteAllLines(
            response,
            [
                $"project={assembly}", $"assembly={assembly}", $"output={AppContext.BaseDirectory}",
                $"package={typeof(PipelineDefinition).Assembly.Location}", $"package={typeof(PipelineApp).Assembly.Location}",
                .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(file => $"framework={Path.GetFileNameWithoutExtension(file)}"),
            ]);
        var tool = Path.Combine(Checkout.Root, "src", "Mlops.Dsl.Build", "bin", "Release", "net10.0", "Mlops.Dsl.Build.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, response]) { UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{tool}' ended with {process.ExitCode}.");
        }
    }
}
