using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>All analyzers and rules of the product, and a <see cref="RuleGroupTest"/> of the rules about declarations.</summary>
internal static class RuleTest
{
    /// <summary>All analyzers of the product.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(PipelineAnalyzer)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>
    /// All rules of the product, by id. A rule that reports both while typing and at the end of a build has two descriptors that differ in
    /// their tags alone.
    /// </summary>
    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> Rules { get; } =
        Analyzers
            .SelectMany(a => a.SupportedDiagnostics)
            .GroupBy(d => d.Id, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(d => d.Key, d => d.First(), StringComparer.Ordinal);

    private static RuleGroupTest Declaration { get; } = new(1);

    /// <summary>A sealed partial pipeline class with these members.</summary>
    public static string Pipeline(string members) =>
        $$"""
            [Pipeline("test")]
            public sealed partial class TestPipeline
            {
                {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
            }
            """;

    /// <inheritdoc cref="RuleGroupTest.Project" />
    public static TestProject Project(params IEnumerable<string> markup) => Declaration.Project(markup);

    /// <inheritdoc cref="RuleGroupTest.VerifyAsync(IEnumerable{string})" />
    public static Task<ImmutableArray<string>> VerifyAsync(params IEnumerable<string> markup) => Declaration.VerifyAsync(markup);

    /// <inheritdoc cref="RuleGroupTest.VerifyMembersAsync" />
    public static Task<ImmutableArray<string>> VerifyMembersAsync(string members) => Declaration.VerifyMembersAsync(members);

    /// <inheritdoc cref="RuleGroupTest.VerifyFixAsync" />
    public static Task VerifyFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() => Declaration.VerifyFixAsync<TFix>(before, after, title);

    /// <inheritdoc cref="RuleGroupTest.VerifyMembersFixAsync" />
    public static Task VerifyMembersFixAsync<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new() => Declaration.VerifyMembersFixAsync<TFix>(before, after, title);

    /// <inheritdoc cref="RuleGroupTest.VerifyFixAllAsync" />
    public static Task VerifyFixAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => Declaration.VerifyFixAllAsync<TFix>(before, after);

    /// <inheritdoc cref="RuleGroupTest.TitlesAsync" />
    public static Task<ImmutableArray<string>> TitlesAsync<TFix>(string markup)
        where TFix : CodeFixProvider, new() => Declaration.TitlesAsync<TFix>(markup);
}
