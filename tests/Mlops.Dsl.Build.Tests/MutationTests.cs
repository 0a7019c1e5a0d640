using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

public sealed class MutationTests
{
    public static TheoryData<string> Cases => [.. CorpusReader.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_changes_exactly_the_stages_that_it_can_affect(string name)
    {
        var findings = CorpusVerdict.Of(CorpusReader.All.Single(candidate => candidate.Name == name));

        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    /// <summary>The same for the whole corpus at once, one line for each fault; see the corpus' README.</summary>
    [Fact(Explicit = true)]
    public void Summary()
    {
        var pattern = Environment.GetEnvironmentVariable("CORPUS") ?? "";
        var cases = CorpusReader.All.Where(item => item.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase)).ToList();
        var lines = cases.AsParallel().AsOrdered().SelectMany(Faults).ToList();
        var totals = string.Join(", ", lines.CountBy(line => line.Fault).Select(count => $"{count.Value} {count.Key}"));

        Assert.True(lines.Count == 0, $"{cases.Count} edits: {totals}\n{string.Join("\n", lines.Select(line => line.Line))}");
    }

    private static IEnumerable<(string Fault, string Line)> Faults(CorpusCase item)
    {
        try
        {
            return [.. CorpusVerdict.Of(item).GroupBy(finding => (finding.Fault, finding.Stage)).Select(group => Line(item, group))];
        }
        catch (Exception exception)
        {
            return [("Failed", $"Failed   {item.Name} | {exception.Message.ReplaceLineEndings(" ")}")];
        }
    }

    private static (string Fault, string Line) Line(CorpusCase item, IGrouping<(Fault Fault, string Stage), Finding> group)
    {
        var optimizations = string.Join(", ", group.Select(finding => finding.Optimization));
        var (fault, stage) = group.Key;
        return (fault.ToString(), $"{fault, -8} {stage} in {optimizations} | {item.Name} | {group.First().Detail}");
    }
}
