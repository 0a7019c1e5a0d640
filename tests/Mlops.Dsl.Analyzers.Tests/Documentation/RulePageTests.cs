using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Analyzers.Tests.Documentation;

/// <summary>Every rule has a page that says what the rule says, and whose examples are what it says they are.</summary>
public class RulePageTests
{
    private static readonly HashSet<string> Fixable = typeof(MakePartialFix)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
        .ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. RuleTest.Rules.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title(string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), id + ".md"));
        Assert.Equal($"# {id}: {RuleTest.Rules[id].Title}", lines[0]);
        Assert.StartsWith(RuleTest.Rules[id].DefaultSeverity.ToString(), lines[2], StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", RuleTest.Rules[id].HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_and_the_index_say_whether_there_is_a_fix(string id)
    {
        const string HasFix = " · has a code fix";
        var page = File.ReadAllLines(Path.Combine(Folder(), id + ".md"));
        var row = File.ReadLines(Path.Combine(Folder(), "README.md"))
            .Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal));
        var expected = RuleTest.Rules[id].DefaultSeverity + (Fixable.Contains(id) ? HasFix : "");
        Assert.Equal(expected, page[2]);
        Assert.EndsWith($"| {expected} |", row, StringComparison.Ordinal);
        var text = string.Join(' ', page.Skip(3).TakeWhile(line => line != "## Bad"));
        Assert.Equal(Fixable.Contains(id), text.Contains("the fix", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_example_is_reported(string id)
    {
        var reported = await AnalyzerRunner.RunAsync(Project(id, "Bad"), TestContext.Current.CancellationToken);
        Assert.Contains(id, reported.Select(d => d.Id));
        Assert.All(reported, d => Assert.Equal(id, d.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_good_example_is_clean_and_compiles(string id)
    {
        var project = Project(id, "Good");
        project.CreateGeneratedCompilation().AssertCompiles();
        Assert.Empty(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        var index = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        Assert.All(
            RuleTest.Rules,
            rule => Assert.Contains($"| [{rule.Key}]({rule.Key}.md) | {rule.Value.Title} |", index, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() =>
        Assert.Empty(
            Directory
                .GetFiles(Folder(), "MLP*.md")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Except(RuleTest.Rules.Keys, StringComparer.Ordinal)
        );

    private static TestProject Project(string id, string heading)
    {
        var page = File.ReadAllText(Path.Combine(Folder(), id + ".md"));
        var section = page.Substring(page.IndexOf($"## {heading}\n", StringComparison.Ordinal)).Split("\n## ")[0];
        var code = Block(section, "csharp");
        var isFile = code.Split('\n')
            .Any(l =>
                l.StartsWith("[Pipeline(", StringComparison.Ordinal)
                || l.StartsWith("public sealed ", StringComparison.Ordinal)
                || l.StartsWith("public class ", StringComparison.Ordinal)
                || l.StartsWith("[Row]", StringComparison.Ordinal)
            );
        var project = new RuleGroupTest(RuleGroupTest.GroupOf(id)) { ReportsEmptyPipelines = id == "MLP1027" }.Project();
        project = project with
        {
            Sources = project.Sources.Add(new("Example.cs", MarkupText.Plain(isFile ? code : RuleTest.Pipeline(code)))),
            EditorConfig = Block(page, "ini"),
        };

        // Rules about locks show one: the block says its name.
        return section.Split("```json ") is [_, var file, ..] && file.Split('\n', 2) is [var name, var rest]
            ? project.WithAdditionalFile(name, rest.Split("\n```")[0])
            : project;
    }

    /// <summary>
    /// The first code block in a language; empty if there is none. Rules that follow a policy show an <c>.editorconfig</c>.
    /// </summary>
    private static string Block(string markdown, string language) =>
        markdown.Split($"```{language}\n") is [_, var rest, ..] ? rest.Split("\n```")[0] : "";

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/rules"));
}
