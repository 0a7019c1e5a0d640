using System.Globalization;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// What our analyzers cost when the SDK's compiler builds 1,000 stages: the processor time of whole compilations with them and without them, in turns, so that what the compiler does
/// for their sake alone counts as well, and other programs on the machine do not.
/// </summary>
internal static class ProjectBuildTable
{
    private const int Stages = 1000;

    // Until a server's code is as fast as it gets.
    private const int WarmUps = 12;

    /// <summary>Prints the table.</summary>
    public static void Print()
    {
        Console.WriteLine("| a compilation of 1,000 stages, processor time | without our analyzers | with them | share | counted by the compiler: analyzers | generators |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print("in one pipeline", [PipelineSource.Chain("Chain", Stages)], rounds: 9);
        Print("in many pipelines that share their helpers", ExampleSolution.Sources(Stages, isShared: true), rounds: 7);
        Print("in many pipelines, each with its own helpers", ExampleSolution.Sources(Stages, isShared: false), rounds: 5);
    }

    private static void Print(string where, IReadOnlyList<string> sources, int rounds)
    {
        using var project = new ProjectBuild(sources);
        using var compiler = new Compiler(project);
        for (var i = 0; i < WarmUps; i++)
        {
            compiler.Compile(hasAnalyzers: i % 2 == 0);
        }

        Print($"{where}, warm compiler server", rounds, compiler.Compile);
        Print($"{where}, compiler started anew", rounds, hasAnalyzers =>
        {
            using var cold = new Compiler(project);
            return cold.Compile(hasAnalyzers);
        });
    }

    private static void Print(string what, int count, Func<bool, Compiler.Compilation> compile)
    {
        var rounds = Enumerable.Range(0, count).Select(_ => (With: compile(true), Without: compile(false))).ToList();
        var with = Measure.Median(rounds, static round => round.With.Processor.TotalMilliseconds);
        var without = Measure.Median(rounds, static round => round.Without.Processor.TotalMilliseconds);
        var analyzers = Measure.Median(rounds, static round => round.With.Analyzers.TotalMilliseconds);
        var generators = Measure.Median(rounds, static round => round.With.Generators.TotalMilliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {without:0} ms | {with:0} ms | {100 * (with - without) / with:0.0} % | {analyzers:0} ms | {generators:0} ms |"));
    }
}
