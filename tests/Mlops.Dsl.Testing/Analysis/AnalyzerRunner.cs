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
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        TestProject project,
        CSharpCompilation compilation,
        CancellationToken cancellationToken
    )
    {
        if (project.Analyzers.IsEmpty)
        {
            return [];
        }

        var diagnostics = await Start(project, compilation).GetAnalyzerDiagnosticsAsync(cancellationToken);
        ThrowIfCrashed(diagnostics);
        return
        [
            .. diagnostics
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The project's analyzers on a compilation, for a test that asks as an editor does: file by file.</summary>
    public static CompilationWithAnalyzers Start(TestProject project, CSharpCompilation compilation)
    {
        var options = new AnalyzerOptions([.. project.AdditionalFiles.Select(f => new TestAdditionalText(f))], new TestOptions(project));
        return compilation.WithAnalyzers(
            project.Analyzers,
            new CompilationWithAnalyzersOptions(
                options,
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false
            )
        );
    }

    /// <summary>Throws where an analyzer did.</summary>
    /// <exception cref="VerificationException">AD0001 is among the diagnostics.</exception>
    public static void ThrowIfCrashed(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(d => string.Equals(d.Id, "AD0001", StringComparison.Ordinal)) is { } crash)
        {
            throw new VerificationException("An analyzer threw: " + crash);
        }
    }
}
