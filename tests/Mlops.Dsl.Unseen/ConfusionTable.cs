using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Unseen;

/// <summary>Counts what the rules made of a round of programs, by family of rules.</summary>
internal static class ConfusionTable
{
    /// <summary>Writes the table in Markdown. What does not compile is counted in its own column and nowhere else.</summary>
    public static string Write(IReadOnlyCollection<Trial> trials)
    {
        var table = new StringBuilder(
            "| family | faulty | found | elsewhere | by another rule | missed | clean | false alarms | invalid "
                + "|\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        );
        foreach (
            var family in trials
                .GroupBy(static trial => Family(trial.Program), StringComparer.Ordinal)
                .OrderBy(static family => family.Key, StringComparer.Ordinal)
        )
        {
            Row(table, family.Key, [.. family]);
        }

        Row(table, "all", trials);
        return table.ToString();
    }

    private static string Family(UnseenProgram program) => program.IsFaulty ? $"{program.Expected[0][.."MLP2".Length]}xxx" : "clean";

    private static void Row(StringBuilder table, string name, IReadOnlyCollection<Trial> trials)
    {
        var valid = trials.Where(static trial => trial.Outcome != Outcome.Invalid).ToList();
        var (faulty, clean) = (
            valid.Where(static trial => trial.Program.IsFaulty).ToList(),
            valid.Where(static trial => !trial.Program.IsFaulty).ToList()
        );
        table.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {faulty.Count} | {Of(faulty, Outcome.Right)} | {Of(faulty, Outcome.Elsewhere)} | "
                + $"{Of(faulty, Outcome.ByAnotherRule)} | {Of(faulty, Outcome.Missed)} | {clean.Count} | {Of(clean, Outcome.FalseAlarm)} | "
                + $"{trials.Count - valid.Count} |\n"
        );
    }

    private static int Of(IEnumerable<Trial> trials, Outcome outcome) => trials.Count(trial => trial.Outcome == outcome);
}
