using Microsoft.CodeAnalysis;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>The share of our code in a whole compilation of 1,000 stages.</summary>
internal static class BuildShareFindings
{
    private const int Stages = 1000;

    // Until all code is as warm as in a compiler that runs all day; the larger solutions are warmer after one build than the small one
    // after ten.
    private const int WarmUps = 2;
    private const int WarmUpsOfOne = 15;

    public static IEnumerable<Finding> Run() =>
        [
            .. Shares("in one pipeline", [PipelineSource.Chain("Chain", Stages)], repetitions: 9),
            .. Shares("in many pipelines, each with its own helpers", ExampleSolution.Sources(Stages, isShared: false), repetitions: 2),
            .. Shares("in many pipelines that share their helpers", ExampleSolution.Sources(Stages, isShared: true)),
        ];

    private static IEnumerable<Finding> Shares(string where, IReadOnlyList<string> sources, int repetitions = 5)
    {
        var first = BuildOnce(sources);
        var builds = Builds(sources, repetitions);
        yield return Share(
            $"generator + analyzers, share of a build of {Stages} stages {where}",
            10,
            5,
            static build => build.Generator + build.Analyzers.All
        );
        yield return Share($"analyzers, share of a build of {Stages} stages {where}", 5, 2.5, static build => build.Analyzers.All);

        Finding Share(string what, double budget, double goal, Func<Build, TimeSpan> ours) =>
            new(what, Measure.Median(builds, build => 100 * ours(build) / build.Whole), "%", budget, goal)
            {
                Note = FormattableString.Invariant($"the first build of a process {100 * ours(first) / first.Whole:0.0} %"),
            };
    }

    /// <summary>Builds several times, on warm code.</summary>
    public static IReadOnlyList<Build> Builds(IReadOnlyList<string> sources, int repetitions)
    {
        for (var i = 0; i < (sources.Count == 1 ? WarmUpsOfOne : WarmUps); i++)
        {
            BuildOnce(sources);
        }

        return [.. Enumerable.Range(0, repetitions).Select(_ => BuildOnce(sources))];
    }

    /// <summary>
    /// Builds as the compiler does. It comes before the analyzers, because what they both need, such as to parse generated code, is its
    /// work.
    /// </summary>
    private static Build BuildOnce(IReadOnlyList<string> sources)
    {
        GC.Collect();
        Compilation? compilation = null;
        var parsing = Measure.Once(static () => { }, () => compilation = CompilerHost.Compile(sources));
        var driver = CompilerHost.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation!, out var generated, out _);
        var compiler = Measure.Once(static () => { }, () => Emit(generated));

        // What the compiler has left behind is not for the analyzers to clear away.
        GC.Collect();
        var analysis = new Analysis(generated, isDesignTime: false);
        analysis.Analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return new Build(driver.GetTimingInfo().ElapsedTime, analysis.Times(), parsing + compiler);
    }

    private static void Emit(Compilation generated)
    {
        using var symbols = new MemoryStream();
        var emitted = generated.Emit(Stream.Null, symbols);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(
                string.Join(
                    Environment.NewLine,
                    emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)
                )
            );
        }
    }

    /// <summary>What one build took.</summary>
    internal sealed record Build(TimeSpan Generator, AnalyzerTimes Analyzers, TimeSpan Compiler)
    {
        public TimeSpan Whole => Generator + Analyzers.All + Compiler;
    }
}
