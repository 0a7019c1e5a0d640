using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>Projects with the generator.</summary>
internal static class GeneratorProject
{
    public static TestProject Create(params IEnumerable<string> sources) =>
        TestProject.Create(sources).WithGenerators(new PipelineGenerator());

    /// <summary>A project of one file under <c>Samples</c>.</summary>
    public static TestProject FromSample(string name) => Create(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name)));
}
