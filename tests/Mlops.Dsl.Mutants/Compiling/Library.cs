using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Mutants.Compiling;

/// <summary>A library of the product, as the build compiles it.</summary>
internal sealed class Library
{
    private Library(CSharpCompilation compilation) => Compilation = compilation;

    /// <summary>All of its code, that of its generators included.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Reads a library.</summary>
    /// <param name="project">The path of its project.</param>
    /// <param name="root">The repository's root; the trees are named from there.</param>
    /// <exception cref="MutantsException">It does not compile.</exception>
    public static Library Read(string project, string root)
    {
        var command = CompilerCommand.Read(project);
        var parsing = command.ParseOptions;
        var trees = command.SourceFiles.Select(file =>
            CSharpSyntaxTree.ParseText(
                SourceText.From(File.ReadAllText(file.Path)),
                parsing,
                Path.GetRelativePath(root, file.Path).Replace('\\', '/')
            )
        );
        var references = command.MetadataReferences.Select(static reference =>
            MetadataReference.CreateFromFile(reference.Reference, reference.Properties)
        );
        var options = command
            .CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
            .WithSpecificDiagnosticOptions([])
            .WithWarningLevel(0)
            .WithSyntaxTreeOptionsProvider(null)
            .WithXmlReferenceResolver(null)
            .WithStrongNameProvider(null);
        var compilation = CSharpCompilation.Create(command.CompilationName, trees, references, options);
        compilation = Generate(compilation, command, parsing);
        if (compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new MutantsException($"'{project}' does not compile: {error}");
        }

        return new Library(compilation);
    }

    private static CSharpCompilation Generate(CSharpCompilation compilation, CSharpCommandLineArguments command, CSharpParseOptions parsing)
    {
        var loader = new GeneratorLoader();
        var files = command
            .AnalyzerReferences.Select(static reference => reference.FilePath)
            .Where(static path => path.Contains("Generat", StringComparison.Ordinal))
            .ToList();
        files.ForEach(loader.AddDependencyLocation);
        var generators = files.SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver
            .Create([.. generators], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }
}
