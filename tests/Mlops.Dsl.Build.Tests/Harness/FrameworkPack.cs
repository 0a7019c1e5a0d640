using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The SDK's reference assemblies and the source generators that it has beside them.</summary>
internal static class FrameworkPack
{
    private static readonly (string Attribute, string Assembly, string Generator)[] Known =
    [
        ("[GeneratedRegex", "System.Text.RegularExpressions.Generator", "System.Text.RegularExpressions.Generator.RegexGenerator"),
        ("[JsonSerializable", "System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
        ("[LibraryImport", "Microsoft.Interop.LibraryImportGenerator", "Microsoft.Interop.LibraryImportGenerator"),
    ];

    private static readonly string Folder = Find();

    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "ref", "net10.0"), "*.dll").Select(file => MetadataReference.CreateFromFile(file))];

    public static IEnumerable<string> Names => References.Select(reference => Path.GetFileNameWithoutExtension(reference.Display!));

    /// <summary>Adds what the framework's generators write for a program that asks for it.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation, CSharpParseOptions options)
    {
        var asked = Known
            .Where(generator => compilation.SyntaxTrees.Any(tree => tree.ToString().Contains(generator.Attribute, StringComparison.Ordinal)))
            .Select(generator => Assembly.LoadFrom(Path.Combine(Folder, "analyzers", "dotnet", "cs", generator.Assembly + ".dll")).GetType(generator.Generator, throwOnError: true)!)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())
            .ToList();
        if (asked.Count == 0)
        {
            return compilation;
        }

        CSharpGeneratorDriver.Create(asked, parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)generated;
    }

    private static string Find()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();
    }
}
