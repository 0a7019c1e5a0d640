using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>
/// Runs every analyzer and the generator on marked code. So each test also checks that no other rule speaks up, and that an invalid
/// pipeline gives no compiler error from generated code.
/// </summary>
internal static class RuleTest
{
    private const string Usings = """
        global using Mlops.Dsl;
        global using System.ComponentModel.DataAnnotations;
        """;

    /// <summary>All analyzers of the product.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(PipelineAnalyzer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    /// <summary>All rules of the product, by id.</summary>
    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> Rules { get; } = Analyzers
        .SelectMany(a => a.SupportedDiagnostics).Distinct()
        .ToImmutableSortedDictionary(d => d.Id, d => d, StringComparer.Ordinal);

    /// <summary>A sealed partial pipeline class with these members.</summary>
    public static string Pipeline(string members) => $$"""
        [Pipeline("test")]
        public sealed partial class TestPipeline
        {
            {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }
        """;

    /// <summary>A project of marked files, with all analyzers and generators.</summary>
    public static TestProject Project(params IEnumerable<string> markup) =>
        TestProject.Create(markup).WithSource("Usings.cs", Usings).WithAnalyzers(Analyzers).WithGenerators(Generators.All);

    /// <summary>Checks marked files, and gives the messages.</summary>
    public static async Task<ImmutableArray<string>> VerifyAsync(params IEnumerable<string> markup)
    {
        var project = Project(markup);
        var diagnostics = await AnalyzerVerifier.VerifyAsync(project, TestContext.Current.CancellationToken);
        SilentFailure.AssertNone(project, diagnostics);
        return [.. diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
    }

    /// <summary>Checks the marked members of a pipeline, and gives the messages.</summary>
    public static Task<ImmutableArray<string>> VerifyMembersAsync(string members) => VerifyAsync(Pipeline(members));

    /// <summary>Applies a fix until nothing is left to fix, and compares.</summary>
    public static Task VerifyFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyAsync(Project(before), new TFix(), after, title, TestContext.Current.CancellationToken);

    /// <summary>Applies a fix until nothing is left to fix in a pipeline's members, and compares.</summary>
    public static Task VerifyMembersFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() => VerifyFixAsync<TFix>(Pipeline(before), Pipeline(after), title);

    /// <summary>Fixes everything of one id at once, and compares.</summary>
    public static Task VerifyFixAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyFixAllAsync(Project(before), new TFix(), after, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The titles of the fixes that are offered.</summary>
    public static async Task<ImmutableArray<string>> TitlesAsync<TFix>(string markup)
        where TFix : CodeFixProvider, new() => await CodeFixVerifier.TitlesAsync(Project(markup), new TFix(), TestContext.Current.CancellationToken);
}
