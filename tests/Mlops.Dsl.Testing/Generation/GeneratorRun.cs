using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Testing.Generation;

/// <summary>
/// One run of a project's generators, with every step tracked; <see cref="Rerun"/> edits the project and runs on from there.
/// </summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;

    private GeneratorRun(TestProject project, GeneratorDriver driver, CSharpCompilation input)
    {
        Project = project;
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Compilation = (CSharpCompilation)output;
        Result = _driver.GetRunResult();
        if (Result.Results.FirstOrDefault(r => r.Exception is not null) is { Exception: { } exception } failed)
        {
            throw new VerificationException($"The generator {failed.Generator.GetGeneratorType().Name} threw: {exception}");
        }
    }

    /// <summary>The project as it was for this run.</summary>
    public TestProject Project { get; }

    /// <summary>Roslyn's account of the run.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>The project's sources together with the generated ones.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Generated text by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources =>
        Result
            .Results.SelectMany(r => r.GeneratedSources)
            .ToImmutableSortedDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Runs a project's generators for the first time.</summary>
    /// <exception cref="VerificationException">A generator threw; a repeated hint name makes it throw.</exception>
    public static GeneratorRun Start(TestProject project)
    {
        var driver = CSharpGeneratorDriver.Create(
            project.Generators.Select(g => g.AsSourceGenerator()),
            project.AdditionalFiles.Select(f => new TestAdditionalText(f)),
            project.ParseOptions,
            new TestOptions(project),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new(project, driver, project.CreateCompilation());
    }

    /// <summary>
    /// Edits the project's sources and runs again, incrementally: unchanged files keep their syntax trees, as in an editor.
    /// </summary>
    public GeneratorRun Rerun(Func<TestProject, TestProject> edit)
    {
        var project = edit(Project);
        var trees = _input.SyntaxTrees.ToDictionary(t => t.FilePath, StringComparer.Ordinal);
        var compilation = _input
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                project.Sources.Select(s => trees.TryGetValue(s.Path, out var old) ? Change(old, s) : TestCompilation.Parse(s, project))
            );
        return new(project, _driver, compilation);
    }

    /// <summary>The steps of that tracking name, of all generators.</summary>
    public ImmutableArray<IncrementalGeneratorRunStep> Steps(string name) =>
        [.. Result.Results.SelectMany(r => r.TrackedSteps.TryGetValue(name, out var steps) ? steps : [])];

    /// <summary>Names of the steps that the generators themselves named, in ordinal order; Roslyn's own steps are left out.</summary>
    public ImmutableArray<string> StepNames =>
        [
            .. Result
                .Results.SelectMany(r => r.TrackedSteps.Keys)
                .Where(n => !RoslynSteps.IsRoslyns(n))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static SyntaxTree Change(SyntaxTree old, TestFile file)
    {
        var before = old.GetText();
        return string.Equals(before.ToString(), file.Content.Text, StringComparison.Ordinal)
            ? old
            : old.WithChangedText(before.Replace(new(0, before.Length), file.Content.Text));
    }
}
