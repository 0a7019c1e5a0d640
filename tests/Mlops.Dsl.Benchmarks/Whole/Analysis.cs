using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>All of our analyzers on one compilation, one after the other, so that none waits on another's time.</summary>
internal sealed class Analysis
{
    public Analysis(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        Analyzed = new CompilationWithAnalyzers(compilation, CompilerHost.CreateAnalyzers(), options);
    }

    /// <summary>The compilation to ask for diagnostics.</summary>
    public CompilationWithAnalyzers Analyzed { get; }

    /// <summary>What the analyzers took so far, as <c>-p:ReportAnalyzer=true</c> counts it.</summary>
    public TimeSpan Time => Times.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time.Time);

    /// <summary>What each took so far, the longest first.</summary>
    public IEnumerable<(string Analyzer, TimeSpan Time)> Times => Analyzed.Analyzers
        .Select(analyzer => (analyzer.GetType().Name, Analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime))
        .OrderByDescending(static time => time.ExecutionTime);
}
