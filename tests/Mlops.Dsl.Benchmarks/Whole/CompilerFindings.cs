using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What the product costs in the editor and in a build.</summary>
internal static class CompilerFindings
{
    /// <summary>A keystroke in a file that no pipeline is in, in a project with a pipeline of 500 stages.</summary>
    public static Finding UnrelatedEdit()
    {
        const int stages = 500;
        const string unrelated = "internal static class Unrelated { public static int Answer => ";
        var compilation = CompilerHost.Compile(PipelineSource.Chain("Chain", stages), unrelated + "0; }");
        var tree = compilation.SyntaxTrees[1];
        var driver = CompilerHost.CreateDriver().RunGenerators(compilation);
        var edits = 0;
        Compilation edited = compilation;

        var time = Measure.Median(
            25,
            () => edited = compilation.ReplaceSyntaxTree(tree, CompilerHost.Parse(FormattableString.Invariant($"{unrelated}{++edits}; }}"), tree.FilePath)),
            () => driver = driver.RunGenerators(edited));

        return new Finding($"generator, edit in an unrelated file, {stages} stages", time.TotalMilliseconds, "ms", Budget: 50, Goal: 10);
    }

    /// <summary>The share of our code in a whole compilation of a pipeline of 1,000 stages.</summary>
    public static Finding ShareOfBuild()
    {
        const int stages = 1000;
        var shares = new List<double>();
        for (var repetition = -1; repetition < 5; repetition++)
        {
            var compilation = CompilerHost.Compile(PipelineSource.Chain("Chain", stages));
            TimeSpan ours = default;
            var whole = Measure.Median(1, () => ours = BuildOnce(compilation.Clone()));
            if (repetition >= 0)
            {
                shares.Add(100 * ours / whole);
            }
        }

        shares.Sort();
        return new Finding($"generator + analyzers, share of a build of {stages} stages", shares[shares.Count / 2], "%", Budget: 10, Goal: 5);
    }

    private static TimeSpan BuildOnce(Compilation compilation)
    {
        var driver = CompilerHost.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var ours = driver.GetTimingInfo().ElapsedTime;

        var analyzers = CompilerHost.CreateAnalyzers();
        if (!analyzers.IsEmpty)
        {
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
            var analysis = new CompilationWithAnalyzers(generated, analyzers, options);
            analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
            foreach (var analyzer in analyzers)
            {
                ours += analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
            }
        }

        var emitted = generated.Emit(Stream.Null);
        return emitted.Success ? ours : throw new InvalidOperationException(string.Join(Environment.NewLine, emitted.Diagnostics));
    }
}
