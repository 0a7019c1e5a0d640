namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What each of our analyzers took.</summary>
internal sealed record AnalyzerTimes(IReadOnlyList<(string Analyzer, TimeSpan Time)> Each)
{
    /// <summary>What all of them took.</summary>
    public TimeSpan All => Each.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time.Time);
}
