using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>Gives a workspace the generators of a test project, so that a fix sees the code that they generate.</summary>
internal sealed class InMemoryAnalyzerReference(TestProject project) : AnalyzerReference
{
    public override string FullPath => "";

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [.. project.Generators.Select(g => g.AsSourceGenerator())];

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => GetGenerators(LanguageNames.CSharp);
}
