using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>All of our analyzers on one compilation, one after the other, so that none waits on another's time.</summary>
internal sealed class Analysis
{
    /// <summary>Prepares an analysis.</summary>
    /// <param name="compilation">The compilation, with what generators wrote.</param>
    /// <param name="isDesignTime">Whether an editor asks, which the package tells analyzers by a build property.</param>
    public Analysis(Compilation compilation, bool isDesignTime)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new BuildProperties(isDesignTime)),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true
        );
        Analyzed = new CompilationWithAnalyzers(compilation, CompilerHost.CreateAnalyzers(), options);
    }

    /// <summary>The compilation to ask for diagnostics.</summary>
    public CompilationWithAnalyzers Analyzed { get; }

    /// <summary>What each analyzer took so far, as <c>-p:ReportAnalyzer=true</c> counts it.</summary>
    public AnalyzerTimes Times() =>
        new([
            .. Analyzed.Analyzers.Select(analyzer =>
                (
                    analyzer.GetType().Name,
                    Analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime
                )
            ),
        ]);
}
