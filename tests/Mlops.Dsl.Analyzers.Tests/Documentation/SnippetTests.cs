using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Analyzers.Tests.Documentation;

/// <summary>
/// Every C# snippet of the documentation is compiled and analyzed as what it stands for. One that is no whole program has a comment before
/// it,
/// <c>&lt;!-- snippet: name --&gt;</c>: the file of that name beside this one is the program that it stands in. The pages of the rules are
/// <see cref="RulePageTests"/>' affair.
/// </summary>
public class SnippetTests
{
    private const string Fence = "```";
    private const string Place = "// SNIPPET";
    private const string Marker = "<!-- snippet: ";
    private const string Addition = "// WITH ";

    // Directives of file-based programs are the SDK's affair, and a body that is left out is an ellipsis.
    private const string Directive = "#:";
    private const string LeftOut = "=> …;";

    public static TheoryData<string> CSharp => [.. Snippets("csharp").Select(static snippet => snippet.Place)];

    public static TheoryData<string> Data => [.. Snippets("json").Concat(Snippets("xml")).Select(static snippet => snippet.Place)];

    [Theory]
    [MemberData(nameof(CSharp))]
    public async Task A_snippet_compiles_and_is_clean(string place)
    {
        var snippet = Snippets("csharp").Single(snippet => snippet.Place == place);
        var project = Project(snippet);

        project.CreateGeneratedCompilation().AssertCompiles();
        Assert.Empty(await AnalyzerRunnerOf(project));
    }

    [Theory]
    [MemberData(nameof(Data))]
    public void Data_can_be_parsed(string place)
    {
        var snippet = Snippets("json").Concat(Snippets("xml")).Single(snippet => snippet.Place == place);

        Assert.NotNull(snippet.Language == "json" ? JsonDocument.Parse(snippet.Text) : XElement.Parse($"<root>{snippet.Text}</root>"));
    }

    [Fact]
    public void Every_program_for_snippets_is_used() =>
        Assert.Equal(
            Directory
                .GetFiles(Path.Combine(Folder(), "Snippets"))
                .Select(static file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
            Snippets("csharp").Select(static snippet => snippet.Program).OfType<string>().Distinct().Order(StringComparer.Ordinal)
        );

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> AnalyzerRunnerOf(TestProject project) =>
        Testing.Analysis.AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken);

    private static TestProject Project(Snippet snippet)
    {
        var text = Clean(snippet.Text);
        var program = snippet.Program is { } name ? File.ReadAllText(Path.Combine(Folder(), "Snippets", $"{name}.txt")) : Place;
        Assert.Contains(Place, program, StringComparison.Ordinal);
        var project = TestProject.Create().WithAnalyzers(RuleTest.Analyzers).WithGenerators(Infrastructure.Generators.All).AsProgram();
        project = project with
        {
            References =
            [
                .. project.References,
                .. Libraries(project),
                MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
            ],
        };
        foreach (var added in program.Split('\n').Where(static line => line.StartsWith(Addition, StringComparison.Ordinal)))
        {
            project = Add(project, "Added.cs", Clean(File.ReadAllText(Path.Combine(Root(), added[Addition.Length..].Trim()))));
        }

        return Add(project, "Snippet.cs", program.Replace(Place, text, StringComparison.Ordinal));
    }

    /// <summary>The product's other libraries, and what their public members name, as far as a test project does not have them.</summary>
    private static IEnumerable<MetadataReference> Libraries(TestProject project)
    {
        var known = project.References.Select(static reference => Path.GetFileName(reference.Display)).ToHashSet(StringComparer.Ordinal);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file =>
                (
                    Path.GetFileName(file) is var name
                    && (
                        name.StartsWith("Mlops.Dsl.", StringComparison.Ordinal) || name.StartsWith("Microsoft.ML", StringComparison.Ordinal)
                    )
                )
                && !known.Contains(name)
                && !name.Contains("Tests", StringComparison.Ordinal)
                && !name.Contains("Testing", StringComparison.Ordinal)
            )
            .Select(static file => MetadataReference.CreateFromFile(file));
    }

    private static TestProject Add(TestProject project, string path, string text) =>
        project with
        {
            Sources = project.Sources.Add(new(path, MarkupText.Plain(text))),
        };

    private static string Clean(string text) =>
        string.Join(
                '\n',
                text.Split('\n')
                    .Where(static line =>
                        !line.StartsWith(Directive, StringComparison.Ordinal) && !line.StartsWith("#!", StringComparison.Ordinal)
                    )
            )
            .Replace(LeftOut, "=> throw new NotImplementedException();", StringComparison.Ordinal);

    /// <summary>The snippets in a language, in the order of the pages.</summary>
    private static IEnumerable<Snippet> Snippets(string language)
    {
        foreach (var page in Pages())
        {
            var lines = File.ReadAllLines(page);
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].TrimEnd() != Fence + language)
                {
                    continue;
                }

                var end = Array.FindIndex(lines, i + 1, static line => line.StartsWith(Fence, StringComparison.Ordinal));
                Assert.True(end > i, $"{page}:{i + 1}: the snippet does not end");
                var marker =
                    i > 0 && lines[i - 1].StartsWith(Marker, StringComparison.Ordinal)
                        ? lines[i - 1][Marker.Length..].Replace("-->", "", StringComparison.Ordinal).Trim()
                        : null;
                yield return new Snippet(
                    $"{Path.GetRelativePath(Root(), page)}:{i + 1}",
                    language,
                    string.Join('\n', lines[(i + 1)..end]),
                    marker
                );
            }
        }
    }

    private static IEnumerable<string> Pages() =>
        [
            Path.Combine(Root(), "README.md"),
            .. Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md").Order(StringComparer.Ordinal),
            .. Directory.GetFiles(Path.Combine(Root(), "examples"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            Path.Combine(Root(), "templates", "README.md"),
        ];

    private static string Root() => Path.GetFullPath(Path.Combine(Folder(), "../../.."));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>A snippet.</summary>
    /// <param name="Place">The page and line.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Program">The program that it stands in; null where it is one.</param>
    private sealed record Snippet(string Place, string Language, string Text, string? Program);
}
