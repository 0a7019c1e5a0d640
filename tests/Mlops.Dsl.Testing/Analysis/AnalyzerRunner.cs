using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Testing.Analysis;

/// <summary>Runs a project's analyzers over its compilation, generated sources included.</summary>
public static class AnalyzerRunner
{
    /// <summary>What the analyzers report, by place. Suppressed diagnostics are left out.</summary>
    /// <exception cref="VerificationException">An analyzer threw (AD0001).</exception>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(TestProject project, CancellationToken cancellationToken = default) =>
        RunAsync(project, project.CreateGeneratedCompilation(), cancellationToken);

    /// <summary>What the analyzers report on a compilation that was made already.</summary>
    /// <exception cref="VerificationException">An analyzer threw (AD0001).</exception>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(TestProject project, CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        if (project.Analyzers.IsEmpty)
        {
            return [];
        }

        var options = new AnalyzerOptions([.. project.AdditionalFiles.Select(f => new TestAdditionalText(f))], new TestOptions(project));
        var analysis = compilation.WithAnalyzers(
            project.Analyzers,
            new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        return diagnostics.FirstOrDefault(d => string.Equals(d.Id, "AD0001", StringComparison.Ordinal)) is { } crash
            ? throw new VerificationException("An analyzer threw: " + crash)
            : [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
