using System.Globalization;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>Prints findings as a Markdown table, so that it can be pasted into the documentation as it is.</summary>
internal static class FindingTable
{
    public static void Print(IEnumerable<Finding> findings)
    {
        Console.WriteLine("| what | measured | floor | ratio to floor | budget | goal | stands at | note |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var finding in findings)
        {
            var floor = finding.Floor is { } known ? $"{Number(known.Value)} {finding.Unit} ({known.Name})" : "";
            var ratio = finding.Floor is { Value: > 0 } divisor ? $"{Number(finding.Value / divisor.Value)}×" : "";
            Console.WriteLine(
                $"| {finding.What} | {Number(finding.Value)} {finding.Unit} | {floor} | {ratio} | {Number(finding.Budget)} | "
                    + $"{Number(finding.Goal)} | {finding.Verdict} | {finding.Note} |"
            );
        }
    }

    private static string Number(double value) =>
        value.ToString(
            value >= 100 ? "0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
}
