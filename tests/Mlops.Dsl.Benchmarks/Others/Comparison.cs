using System.Diagnostics;
using System.Globalization;

namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>
/// Times a rerun with nothing to do, and one after the setting of the last stage changed, beside other tools on equal chains: whole
/// processes, in turns, so that all meet the same neighbours.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 5;
    private static readonly int[] Sizes = [100, 1000];

    /// <summary>
    /// Prints a table for each size; a tool that is not there, or can't run a chain of that size, is named with the reason.
    /// </summary>
    public static void Print()
    {
        foreach (var stages in Sizes)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n| a chain of {stages:#,0} stages | nothing changed | ratio | the last stage's setting changed | ratio "
                        + $"|\n|---|---|---|---|---|"
                )
            );
            var chains = new List<IChain> { new PipelineChain(stages) };
            var skipped = new List<string>();
            foreach (var tool in OtherTool.All)
            {
                Add(tool, stages, chains, skipped);
            }

            Measure(chains, skipped);
            foreach (var note in skipped)
            {
                Console.WriteLine($"skipped: {note}");
            }
        }
    }

    private static void Add(OtherTool tool, int stages, List<IChain> chains, List<string> skipped)
    {
        if (!Command.TryRun(Path.GetTempPath(), tool.Version, out _))
        {
            skipped.Add($"{tool.Name} is not on this machine");
            return;
        }

        chains.Add(new ToolChain(tool, stages));
    }

    private static void Measure(List<IChain> chains, List<string> skipped)
    {
        var times = new Dictionary<IChain, (List<double> NoOp, List<double> Edit)>();
        foreach (var chain in chains)
        {
            try
            {
                chain.Change(0);
                chain.Run();
                chain.Verify(0);
                chain.Run();
                times.Add(chain, ([], []));
            }
            catch (InvalidOperationException exception)
            {
                var lines = exception.Message.Trim().Split('\n');
                skipped.Add(
                    $"{chain.Name} can't run it "
                        + $"({(Array.Find(lines, static line => line.Contains("Error: ", StringComparison.Ordinal)) ?? lines[^1]).Trim()})"
                );
            }
        }

        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var (chain, (noOp, edit)) in times)
            {
                noOp.Add(Time(chain.Run));
                chain.Verify(round - 1);
                chain.Change(round);
                edit.Add(Time(chain.Run));
                chain.Verify(round);
            }
        }

        var ours = times[chains[0]];
        foreach (var (chain, (noOp, edit)) in times)
        {
            Console.WriteLine(
                $"| {chain.Name} | {Number(Median(noOp))} ms | {Number(Median(noOp) / Median(ours.NoOp))}× | {Number(Median(edit))} ms | "
                    + $"{Number(Median(edit) / Median(ours.Edit))}× |"
            );
        }

        chains.ForEach(static chain => chain.Dispose());
    }

    private static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Number(double value) =>
        value.ToString(
            value >= 100 ? "#,0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
}
