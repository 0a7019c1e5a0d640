using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>One program of the corpus.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Verdict">What it claims of itself.</param>
/// <param name="Place">The file and line that it is at, such as <c>Tracking/MLP3001.cs(12)</c>.</param>
/// <param name="Files">Its files by name.</param>
/// <param name="Shared">The names of the files that it shares with other programs.</param>
internal sealed record CorpusProgram(
    string Name,
    Verdict Verdict,
    string Place,
    ImmutableArray<(string Name, string Text)> Files,
    ImmutableArray<string> Shared
)
{
    private const string EditorConfig = ".editorconfig";
    private const string BuildProperties = "build properties";

    private static readonly ConcurrentDictionary<string, string> SharedFiles = new(StringComparer.Ordinal);

    // The framework's symbols are read once for all programs that have nothing but sources.
    private static readonly Lazy<GeneratorRun> Empty = new(() => GeneratorRun.Start(EmptyProject()));

    /// <summary>Whether the program has faults, found or not.</summary>
    public bool HasFault => Verdict is Verdict.Fault or Verdict.KnownMiss;

    /// <summary>The program's own C# files, as the compiler sees them.</summary>
    public IEnumerable<TestFile> Sources => Files.Where(f => IsCSharp(f.Name)).Select(Parse);

    /// <summary>The program's own files that may have faults: C# and additional ones.</summary>
    public IEnumerable<TestFile> MarkedFiles => Files.Where(f => f.Name is not (EditorConfig or BuildProperties)).Select(Parse);

    /// <summary>The program as a project, with all analyzers, generators and rules.</summary>
    public TestProject Project()
    {
        var project = Shared.Aggregate(
            EmptyProject(),
            (p, name) => p.WithSource(name, SharedFiles.GetOrAdd(name, n => File.ReadAllText(Path.Combine(CorpusFile.Folder, n))))
        );
        project = project with { Sources = [.. project.Sources, .. Sources] };
        foreach (var (name, text) in Files.Where(f => !IsCSharp(f.Name)))
        {
            project = name switch
            {
                EditorConfig => project with { EditorConfig = text },
                BuildProperties => WithProperties(project, text),
                _ => project.WithAdditionalFile(name, MarkupText.Parse(text).Text),
            };
        }

        return project;
    }

    /// <summary>Runs the generators on the program.</summary>
    public GeneratorRun Start() => Files.All(f => IsCSharp(f.Name)) ? Empty.Value.Rerun(_ => Project()) : GeneratorRun.Start(Project());

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Name}";

    private static TestProject EmptyProject() =>
        (TestProject.Create([]) with { References = [.. FrameworkReferences.All, .. FrameworkReferences.Libraries] })
            .WithAnalyzers(RuleTest.Analyzers)
            .WithGenerators(Infrastructure.Generators.All);

    private static bool IsCSharp(string name) => name.EndsWith(".cs", StringComparison.Ordinal);

    private static TestFile Parse((string Name, string Text) file) => new(file.Name, MarkupText.Parse(file.Text));

    private static TestProject WithProperties(TestProject project, string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Aggregate(project, (p, property) => p.WithBuildProperty(property[0], property[1]));
}
