namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>
/// All rules together on small programs with seeded faults, and on clean ones that look dangerous. The README beside this file says what is
/// what.
/// </summary>
public class CorpusTests
{
    private const string Update = "MLOPS_UPDATE_CORPUS";
    private const string Begin = "<!-- confusion table -->\n";
    private const string End = "<!-- end -->\n";

    public static TheoryData<string> Files => [.. CorpusFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_program_is_judged_as_it_claims(string file)
    {
        var wrong = (await CorpusOutcome.OfFileAsync(file)).Where(o => !o.IsAsClaimed).Select(o => o.Describe()).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public async Task The_readme_holds_the_confusion_table()
    {
        var outcomes = await Task.WhenAll(CorpusFile.Names.Select(CorpusOutcome.OfFileAsync));
        var table = ConfusionTable.Write([.. outcomes.SelectMany(o => o)]);
        var path = Path.Combine(CorpusFile.Folder, "../README.md");
        var readme = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var (start, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(path, readme[..start] + table + readme[end..], TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(
            table == readme[start..end],
            $"The confusion table has changed. If each rule is as good as before, or better, refresh the README: run this test once with "
                + $"{Update}=1 in the environment.\n\n{table}"
        );
    }
}
