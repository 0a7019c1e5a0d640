using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Benchmarks.Synthetic;

/// <summary>Compiles synthetic sources with our generators and analyzers, as the compiler does in a build.</summary>
internal static class CompilerHost
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    /// <summary>A driver with all of our generators.</summary>
    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create(
            [.. CreateAll<IIncrementalGenerator>("Mlops.Dsl.Generators").Select(GeneratorExtensions.AsSourceGenerator)],
            parseOptions: ParseOptions
        );

    /// <summary>All of our analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() => [.. CreateAll<DiagnosticAnalyzer>("Mlops.Dsl.Analyzers")];

    /// <summary>
    /// A compilation of sources against the product and the framework. It runs on one thread, as what is compared with it does.
    /// </summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources) =>
        CSharpCompilation.Create(
            "Synthetic",
            sources.Select((source, index) => Parse(source, $"Source{index}.cs")),
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                concurrentBuild: false,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

    /// <summary>Parses a source.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path, Encoding.UTF8);

    private static IEnumerable<T> CreateAll<T>(string assembly) =>
        from type in Assembly.Load(assembly).GetTypes()
        where !type.IsAbstract && typeof(T).IsAssignableFrom(type)
        orderby type.FullName
        select (T)Activator.CreateInstance(type)!;

    private static IEnumerable<MetadataReference> References() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        let name = Path.GetFileName(path)
        where
            name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"
            || ProductAssemblies.Locations.Contains(path)
        select MetadataReference.CreateFromFile(path);
}
