using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>A project that was generated, compiled and loaded, so that what was generated can be called.</summary>
internal sealed class LoadedProject
{
    private LoadedProject(GeneratorRun run, Assembly assembly)
    {
        Run = run;
        Assembly = assembly;
    }

    public GeneratorRun Run { get; }

    public Assembly Assembly { get; }

    public static LoadedProject Load(params IEnumerable<string> sources) => Load(GeneratorProject.Create(sources));

    public static LoadedProject Load(TestProject project)
    {
        var run = GeneratorRun.Start(project);
        GeneratedCode.AssertClean(run);
        var image = run.Compilation.EmitImage();
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        return new LoadedProject(run, context.LoadFromStream(new MemoryStream([.. image])));
    }

    /// <summary>Loads a project with one pipeline.</summary>
    public static PipelineDefinition Define(params IEnumerable<string> sources) => Load(sources).Definition();

    /// <summary>The definition of the pipeline with a name, or of the only one, as the module initializer registers it.</summary>
    public PipelineDefinition Definition(string? name = null)
    {
        RuntimeHelpers.RunModuleConstructor(Assembly.ManifestModule.ModuleHandle);
        name ??= Assert.Single(Assembly.GetCustomAttributes<PipelineManifestAttribute>()).Pipeline;
        return PipelineCatalog.Find(name) ?? throw new InvalidOperationException($"'{name}' is not registered.");
    }

    /// <summary>The manifest of the pipeline with a name.</summary>
    public string Manifest(string name) =>
        Assert.Single(Assembly.GetCustomAttributes<PipelineManifestAttribute>(), manifest => manifest.Pipeline == name).Json;
}
