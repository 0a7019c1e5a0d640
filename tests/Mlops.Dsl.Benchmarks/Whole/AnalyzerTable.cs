using System.Globalization;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// Which of our analyzers takes how long, beside the generators and the compiler, for whoever makes them faster: medians of warm
/// repetitions, the longest first.
/// </summary>
internal static class AnalyzerTable
{
    private const int Stages = 1000;

    /// <summary>
    /// Prints the tables, or the ones named: <c>edit</c>, <c>one</c>, <c>many</c>, <c>own</c>. A number tells how often to measure: often,
    /// where a profiler looks on.
    /// </summary>
    public static void Print(IReadOnlyCollection<string> arguments)
    {
        var numbers = arguments.Where(static argument => argument.All(char.IsAsciiDigit)).ToList();
        var repetitions = numbers.Count == 0 ? 5 : int.Parse(numbers[0], CultureInfo.InvariantCulture);
        var which = arguments.Except(numbers).ToList();
        if (IsWanted("edit"))
        {
            Print("Edit of a stage's body", EditedBodyFindings.Edits(3 * repetitions).Select(static edit => edit.Ours));
        }

        if (IsWanted("one"))
        {
            Print("Build, one pipeline", BuildShareFindings.Builds([PipelineSource.Chain("Chain", Stages)], repetitions));
        }

        if (IsWanted("many"))
        {
            Print("Build, many pipelines", BuildShareFindings.Builds(ExampleSolution.Sources(Stages, isShared: true), repetitions));
        }

        if (IsWanted("own"))
        {
            Print(
                "Build, many pipelines with their own helpers",
                BuildShareFindings.Builds(ExampleSolution.Sources(Stages, isShared: false), repetitions)
            );
        }

        bool IsWanted(string table) => which.Count == 0 || which.Contains(table);
    }

    private static void Print(string title, IReadOnlyList<BuildShareFindings.Build> builds)
    {
        Print(title, builds.Select(static build => build.Analyzers));
        var generator = Measure.Median(builds, static build => build.Generator.TotalMilliseconds);
        var compiler = Measure.Median(builds, static build => build.Compiler.TotalMilliseconds);
        Print(generator, "the generators");
        Print(compiler, "the compiler");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Measure.Median(builds, static build => 100 * build.Generator / build.Compiler), 10:0.00} %   the generators, of the "
                    + $"compiler"
            )
        );
    }

    private static void Print(string title, IEnumerable<AnalyzerTimes> repetitions)
    {
        Console.WriteLine($"## {title}");
        var medians = repetitions
            .SelectMany(static times => times.Each)
            .GroupBy(static time => time.Analyzer, static time => time.Time.TotalMilliseconds, StringComparer.Ordinal)
            .Select(static times => (Analyzer: times.Key, Median: Measure.Median(times, static time => time)))
            .OrderByDescending(static time => time.Median)
            .ToList();
        foreach (var (analyzer, median) in medians.Append(("all", medians.Sum(static time => time.Median))))
        {
            Print(median, analyzer);
        }
    }

    private static void Print(double milliseconds, string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds, 10:0.00} ms  {what}"));
}
