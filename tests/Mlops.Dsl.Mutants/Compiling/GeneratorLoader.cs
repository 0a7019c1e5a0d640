using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Mutants.Compiling;

/// <summary>Loads source generators, and what they need from beside them.</summary>
internal sealed class GeneratorLoader : IAnalyzerAssemblyLoader
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    public GeneratorLoader() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            _paths.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;

    public void AddDependencyLocation(string fullPath) => _paths[Path.GetFileNameWithoutExtension(fullPath)] = Path.GetFullPath(fullPath);

    public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(fullPath));
}
