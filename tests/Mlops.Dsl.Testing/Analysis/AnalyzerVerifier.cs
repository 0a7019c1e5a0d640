using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Testing.Analysis;

/// <summary>Checks that a project's diagnostics are exactly the marked ones.</summary>
public static class AnalyzerVerifier
{
    /// <summary>Checks one analyzer on marked sources, and gives what it reported so that a test can look at the messages.</summary>
    /// <exception cref="VerificationException">The diagnostics differ from the markup, the sources do not compile, or the analyzer
    /// threw.</exception>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync<TAnalyzer>(params IEnumerable<string> markup)
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new() =>
        VerifyAsync(TestProject.Create(markup).WithAnalyzers(new TAnalyzer()));

    /// <summary>
    /// Checks a project. Compiler errors count as diagnostics: they must be marked too. Compiler warnings count where the markup names
    /// their id.
    /// </summary>
    /// <exception cref="VerificationException">The diagnostics differ from the markup, or an analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> VerifyAsync(TestProject project, CancellationToken cancellationToken = default)
    {
        var compilation = project.CreateGeneratedCompilation();
        var ids = project.Sources.SelectMany(s => s.Content.Spans).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var fromCompiler = compilation
            .GetDiagnostics(cancellationToken)
            .Where(d => !d.IsSuppressed && (d.Severity == DiagnosticSeverity.Error || ids.Contains(d.Id)));
        var fromAnalyzers = await AnalyzerRunner.RunAsync(project, compilation, cancellationToken);
        new DiagnosticComparison(project, [.. fromCompiler, .. fromAnalyzers]).AssertEqual();
        return fromAnalyzers;
    }
}
