using System.Globalization;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// What our analyzers cost when the SDK's compiler builds 1,000 stages: the processor time of whole compilations with them and without
/// them, in turns, so that what the compiler does for their sake alone counts as well, and other programs on the machine do not.
/// </summary>
internal static class ProjectBuildTable
{
    private const int Stages = 1000;

    /// <summary>
    /// Prints the table, or the rows named: <c>one</c>, <c>many</c>, <c>own</c>; or what <c>beside FOLDER</c> costs: a pipeline with the
    /// sources of a library beside it.
    /// </summary>
    public static void Print(IReadOnlyList<string> which)
    {
        Console.WriteLine(
            "| a compilation of 1,000 stages, processor time | without our analyzers | with them | share | counted by the compiler: "
                + "analyzers | generators |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");

        // A server compiles our code to the end while it is used; larger solutions use it more.
        if (IsWanted("one"))
        {
            Print("in one pipeline", [PipelineSource.Chain("Chain", Stages)], warmUps: 40, rounds: 9);
        }

        if (IsWanted("many"))
        {
            Print("in many pipelines that share their helpers", ExampleSolution.Sources(Stages, isShared: true), warmUps: 16, rounds: 5);
        }

        if (IsWanted("own"))
        {
            Print("in many pipelines, each with its own helpers", ExampleSolution.Sources(Stages, isShared: false), warmUps: 6, rounds: 3);
        }

        if (which is ["beside", var folder])
        {
            Print($"of '{Path.GetFileName(folder)}', whatever it holds", [], warmUps: 4, rounds: 5, Path.GetFullPath(folder));
        }

        bool IsWanted(string row) => which.Count == 0 || which.Contains(row);
    }

    private static void Print(string where, IReadOnlyList<string> sources, int warmUps, int rounds, string? folder = null)
    {
        using var project = new ProjectBuild(sources, folder);
        using var compiler = new Compiler(project);
        for (var i = 0; i < warmUps; i++)
        {
            compiler.Compile(hasAnalyzers: true);
        }

        Print($"{where}, warm compiler server", rounds, compiler.Compile);
        Print(
            $"{where}, compiler started anew",
            rounds,
            hasAnalyzers =>
            {
                using var cold = new Compiler(project);
                return cold.Compile(hasAnalyzers);
            }
        );
    }

    private static void Print(string what, int count, Func<bool, Compiler.Compilation> compile)
    {
        var rounds = Enumerable.Range(0, count).Select(_ => (With: compile(true), Without: compile(false))).ToList();
        var with = Measure.Median(rounds, static round => round.With.Processor.TotalMilliseconds);
        var without = Measure.Median(rounds, static round => round.Without.Processor.TotalMilliseconds);
        var analyzers = Measure.Median(rounds, static round => round.With.Analyzers.TotalMilliseconds);
        var generators = Measure.Median(rounds, static round => round.With.Generators.TotalMilliseconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {without:0} ms | {with:0} ms | {100 * (with - without) / with:0.0} % | {analyzers:0} ms | {generators:0} ms |"
            )
        );
    }
}
