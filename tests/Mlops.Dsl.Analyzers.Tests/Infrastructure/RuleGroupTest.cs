using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>
/// Runs every analyzer and the generator on marked code, with the rules of some groups on: 1 for MLP1xxx. So each test also checks that no
/// other rule of its groups speaks up, and that an invalid pipeline gives no compiler error from generated code; how all groups get on
/// together is the corpus's business.
/// </summary>
internal sealed class RuleGroupTest(params int[] groups)
{
    private const string Usings = """
        global using Mlops.Dsl;
        global using System.ComponentModel.DataAnnotations;
        """;

    private readonly ImmutableDictionary<string, ReportDiagnostic> _silenced = RuleTest
        .Rules.Keys.Where(id => !groups.Contains(GroupOf(id)))
        .ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress, StringComparer.Ordinal);

    /// <summary>
    /// Whether a pipeline without stages is reported. Most tests leave out of a pipeline whatever their rule does not look at.
    /// </summary>
    public bool ReportsEmptyPipelines { get; init; }

    /// <summary>The group of a rule: 1 for MLP1001.</summary>
    public static int GroupOf(string id) => id[3] - '0';

    /// <summary>A project of marked files, with all analyzers and generators.</summary>
    public TestProject Project(params IEnumerable<string> markup)
    {
        var project = TestProject
            .Create(markup)
            .WithSource("Usings.cs", Usings)
            .WithAnalyzers(RuleTest.Analyzers)
            .WithGenerators(Generators.All);
        return project with
        {
            CompilationOptions = project.CompilationOptions.WithSpecificDiagnosticOptions(
                ReportsEmptyPipelines ? _silenced : _silenced.SetItem("MLP1027", ReportDiagnostic.Suppress)
            ),
        };
    }

    /// <summary>Checks marked files, and gives the messages.</summary>
    public Task<ImmutableArray<string>> VerifyAsync(params IEnumerable<string> markup) => VerifyAsync(Project(markup));

    /// <summary>Checks a project, and gives the messages.</summary>
    public static async Task<ImmutableArray<string>> VerifyAsync(TestProject project)
    {
        var diagnostics = await AnalyzerVerifier.VerifyAsync(project, TestContext.Current.CancellationToken);
        SilentFailure.AssertNone(project, diagnostics);
        return [.. diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
    }

    /// <summary>Checks the marked members of a pipeline, and gives the messages.</summary>
    public Task<ImmutableArray<string>> VerifyMembersAsync(string members) => VerifyAsync(RuleTest.Pipeline(members));

    /// <summary>Applies a fix until nothing is left to fix, and compares.</summary>
    public Task VerifyFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyAsync(Project(before), new TFix(), after, title, TestContext.Current.CancellationToken);

    /// <summary>Applies a fix until nothing is left to fix in a pipeline's members, and compares.</summary>
    public Task VerifyMembersFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() => VerifyFixAsync<TFix>(RuleTest.Pipeline(before), RuleTest.Pipeline(after), title);

    /// <summary>Fixes everything of one id at once, and compares.</summary>
    public Task VerifyFixAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyFixAllAsync(Project(before), new TFix(), after, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The titles of the fixes that are offered.</summary>
    public async Task<ImmutableArray<string>> TitlesAsync<TFix>(string markup)
        where TFix : CodeFixProvider, new() =>
        await CodeFixVerifier.TitlesAsync(Project(markup), new TFix(), TestContext.Current.CancellationToken);
}
