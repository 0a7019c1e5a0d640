using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>Gives a workspace the generators of a test project, so that a fix sees the code that they generate.</summary>
internal sealed class InMemoryAnalyzerReference(TestProject project) : AnalyzerReference
{
    // A workspace looks its generators up by identity, so that each call must give the same ones.
    private readonly ImmutableArray<ISourceGenerator> _generators = [.. project.Generators.Select(g => g.AsSourceGenerator())];

    public override string FullPath => "";

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
