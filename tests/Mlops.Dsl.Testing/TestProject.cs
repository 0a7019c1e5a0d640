using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing;

/// <summary>
/// An immutable description of a C# project in memory: its files, generators, analyzers and settings.
/// Each <c>With…</c> method gives a changed copy.
/// </summary>
public sealed record TestProject
{
    /// <summary>What an SDK project has by <c>ImplicitUsings</c>.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Source files, in the order in which the compiler gets them.</summary>
    public ImmutableArray<TestFile> Sources { get; init; } = [];

    /// <summary>Files that generators and analyzers see as additional files.</summary>
    public ImmutableArray<TestFile> AdditionalFiles { get; init; } = [];

    /// <summary>Generators that run before the compilation is analyzed.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>Analyzers to run.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; } = [];

    /// <summary>MSBuild properties visible to the compiler, without their <c>build_property.</c> prefix.</summary>
    public ImmutableSortedDictionary<string, string> BuildProperties { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Text of the project's <c>.editorconfig</c>.</summary>
    public string EditorConfig { get; init; } = "";

    /// <summary>References; by default the framework and the product.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = FrameworkReferences.All;

    /// <summary>How sources are parsed.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>How the compilation is made.</summary>
    public CSharpCompilationOptions CompilationOptions { get; init; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>Name of the assembly.</summary>
    public string AssemblyName { get; init; } = "TestProject";

    /// <summary>A project of marked sources named <c>Test0.cs</c>, <c>Test1.cs</c>, …, with the usual global usings.</summary>
    public static TestProject Create(params IEnumerable<string> markup) =>
        markup
            .Select((text, index) => new TestFile($"Test{index}.cs", MarkupText.Parse(text)))
            .Aggregate(
                new TestProject().WithSource("GlobalUsings.cs", GlobalUsings),
                (project, file) => project with { Sources = project.Sources.Add(file) }
            );

    /// <summary>Adds a marked source, or replaces the one at that path in place.</summary>
    public TestProject WithSource(string path, string markup)
    {
        var file = new TestFile(path, MarkupText.Parse(markup));
        var index = Sources.IndexOf(Sources.FirstOrDefault(s => string.Equals(s.Path, path, StringComparison.Ordinal))!);
        return this with { Sources = index < 0 ? Sources.Add(file) : Sources.SetItem(index, file) };
    }

    /// <summary>Replaces the text of a source, with no markup read in it.</summary>
    /// <exception cref="VerificationException">No source has that path.</exception>
    public TestProject WithEdit(string path, Func<string, string> edit)
    {
        var file =
            Sources.FirstOrDefault(s => string.Equals(s.Path, path, StringComparison.Ordinal))
            ?? throw new VerificationException(
                $"There is no source '{path}'; the sources are {string.Join(", ", Sources.Select(s => s.Path))}."
            );
        return this with { Sources = Sources.Replace(file, new(path, MarkupText.Plain(edit(file.Content.Text)))) };
    }

    /// <summary>Removes the source at a path.</summary>
    public TestProject WithoutSource(string path) =>
        this with
        {
            Sources = Sources.RemoveAll(s => string.Equals(s.Path, path, StringComparison.Ordinal)),
        };

    /// <summary>Adds an additional file.</summary>
    public TestProject WithAdditionalFile(string path, string text) =>
        this with
        {
            AdditionalFiles = AdditionalFiles.Add(new(path, MarkupText.Plain(text))),
        };

    /// <summary>Adds generators.</summary>
    public TestProject WithGenerators(params IEnumerable<IIncrementalGenerator> generators) =>
        this with
        {
            Generators = [.. Generators, .. generators],
        };

    /// <summary>Adds analyzers.</summary>
    public TestProject WithAnalyzers(params IEnumerable<DiagnosticAnalyzer> analyzers) =>
        this with
        {
            Analyzers = [.. Analyzers, .. analyzers],
        };

    /// <summary>Sets an MSBuild property that the compiler sees.</summary>
    public TestProject WithBuildProperty(string name, string value) => this with { BuildProperties = BuildProperties.SetItem(name, value) };

    /// <summary>Makes the project a program.</summary>
    public TestProject AsProgram() => this with { CompilationOptions = CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication) };
}
