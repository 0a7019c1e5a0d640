using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The SDK's reference assemblies and the source generators that it has beside them.</summary>
internal static class FrameworkPack
{
    private static readonly string Folder = Find();
    private static readonly string Generators = Path.Combine(Folder, "analyzers", "dotnet", "cs");

    private static readonly (string Attribute, string Assembly, string Generator)[] Known =
    [
        ("[GeneratedRegex", "System.Text.RegularExpressions.Generator", "System.Text.RegularExpressions.Generator.RegexGenerator"),
        ("[JsonSerializable", "System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
        ("[LibraryImport", "Microsoft.Interop.LibraryImportGenerator", "Microsoft.Interop.LibraryImportGenerator"),
    ];

    public static IReadOnlyList<MetadataReference> References { get; } =
    [.. Directory.EnumerateFiles(Path.Combine(Folder, "ref", "net10.0"), "*.dll").Select(ReferenceTo)];

    public static IEnumerable<string> Names => References.Select(reference => Path.GetFileNameWithoutExtension(reference.Display!));

    /// <summary>Adds what the framework's generators write for a program that asks for it.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation, CSharpParseOptions options)
    {
        var texts = compilation.SyntaxTrees.Select(tree => tree.ToString()).ToList();
        var asked = Known
            .Where(generator => texts.Exists(text => text.Contains(generator.Attribute, StringComparison.Ordinal)))
            .Select(generator =>
                Assembly.LoadFrom(Path.Combine(Generators, generator.Assembly + ".dll")).GetType(generator.Generator, throwOnError: true)!
            )
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())
            .ToList();
        if (asked.Count == 0)
        {
            return compilation;
        }

        CSharpGeneratorDriver
            .Create(asked, parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)generated;
    }

    private static MetadataReference ReferenceTo(string file) => MetadataReference.CreateFromFile(file);

    private static string Find()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        return Directory.EnumerateDirectories(packs, "10.*").Order(StringComparer.Ordinal).Last();
    }
}
