using System.Globalization;
using System.Text;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>Counts, for each rule, what it found, missed and reported in error, as a Markdown table.</summary>
internal static class ConfusionTable
{
    /// <summary>Writes the table. A rule's clean programs are those in the file that has its name.</summary>
    public static string Write(IReadOnlyCollection<CorpusOutcome> outcomes)
    {
        var ids = outcomes
            .SelectMany(o => o.Found.Concat(o.Missed.Select(m => m.Id)).Concat(o.FalseAlarms.Select(f => f.Id)))
            .Concat(outcomes.Select(o => RuleOf(o.Program)).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var table = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"{outcomes.Count(o => o.Program.HasFault)} programs with seeded faults, {outcomes.Count(o => !o.Program.HasFault)} clean "
                    + $"ones that look dangerous.\n\n"
            )
            .Append("| rule | | found | missed | false alarms | clean, silent |\n|---|---|--:|--:|--:|--:|\n");
        foreach (var id in ids)
        {
            var title = RuleTest.Rules.TryGetValue(id, out var rule) ? rule.Title.ToString(CultureInfo.InvariantCulture) : "";
            Row(table, id, title, outcomes, i => i == id, o => RuleOf(o.Program) == id);
        }

        Row(table, "all", "", outcomes, _ => true, _ => true);
        return table.ToString();
    }

    private static void Row(
        StringBuilder table,
        string id,
        string title,
        IReadOnlyCollection<CorpusOutcome> outcomes,
        Func<string, bool> isRule,
        Func<CorpusOutcome, bool> isOfRule
    )
    {
        var clean = outcomes.Where(o => !o.Program.HasFault && isOfRule(o)).ToList();
        table.Append(
            CultureInfo.InvariantCulture,
            $"| {id} | {title} | {outcomes.Sum(o => o.Found.Count(isRule))} | {outcomes.Sum(o => o.Missed.Count(m => isRule(m.Id)))} | "
                + $"{outcomes.Sum(o => o.FalseAlarms.Count(f => isRule(f.Id)))} | "
                + $"{clean.Count(o => o.FalseAlarms.All(f => !isRule(f.Id)))} of {clean.Count} |\n"
        );
    }

    private static string? RuleOf(CorpusProgram program)
    {
        var file = Path.GetFileName(program.Place.Split(".cs(")[0]);
        return file.StartsWith("MLP", StringComparison.Ordinal) ? file : null;
    }
}
