using System.Globalization;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// What our code takes of a whole <c>dotnet build -p:ReportAnalyzer=true</c> of 1,000 stages, by the compiler's own count: with a compiler server that stays, and with a compiler that
/// starts for each build. Builds without our analyzers take turns with those that have them, so that both meet the same neighbours.
/// </summary>
internal static class ProjectBuildTable
{
    private const int Stages = 1000;
    private const int Rounds = 5;

    // A server's code is warm after some builds.
    private const int WarmUps = 4;

    public static void Print()
    {
        Console.WriteLine("| a build of 1,000 stages | compiler | | without our analyzers | analyzers, as counted | share | generators, as counted | share |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Print("in one pipeline", [PipelineSource.Chain("Chain", Stages)]);
        Print("in many pipelines that share their helpers", ExampleSolution.Sources(Stages, isShared: true));
        Print("in many pipelines, each with its own helpers", ExampleSolution.Sources(Stages, isShared: false));
    }

    private static void Print(string where, IReadOnlyList<string> sources)
    {
        Print($"{where}, compiler server", sources, $"mlops-benchmark-{Guid.NewGuid():N}", WarmUps);
        Print($"{where}, compiler started anew", sources, server: "", warmUps: 1);
    }

    private static void Print(string where, IReadOnlyList<string> sources, string server, int warmUps)
    {
        var project = new ProjectBuild(sources, server);
        try
        {
            for (var i = 0; i < warmUps; i++)
            {
                project.Build(hasAnalyzers: true);
            }

            var rounds = Enumerable.Range(0, Rounds).Select(_ => (With: project.Build(hasAnalyzers: true), Without: project.Build(hasAnalyzers: false))).ToList();
            var with = Measure.Median(rounds, static round => round.With.Compiler.TotalMilliseconds);
            var without = Measure.Median(rounds, static round => round.Without.Compiler.TotalMilliseconds);
            var analyzers = Measure.Median(rounds, static round => round.With.Analyzers.TotalMilliseconds);
            var generators = Measure.Median(rounds, static round => round.With.Generators.TotalMilliseconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {where} | {with:0} ms | {with / without:0.00}× | {without:0} ms | {analyzers:0} ms | {100 * analyzers / with:0.0} % | {generators:0} ms | {100 * generators / with:0.0} % |"));
        }
        finally
        {
            project.Remove();
        }
    }
}
