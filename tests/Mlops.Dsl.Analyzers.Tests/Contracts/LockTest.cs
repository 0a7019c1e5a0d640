using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Contracts;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Contracts;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>Pipelines that change, and what their locks say to it.</summary>
internal static class LockTest
{
    public const string FileName = "demo.pipeline.lock.json";

    /// <summary>A pipeline called <c>demo</c> with a row that it reads, one that it publishes, and these members and columns.</summary>
    /// <param name="members">Parameters and stages.</param>
    /// <param name="read">The columns of <c>Input</c>, which is read.</param>
    /// <param name="written">The columns of <c>Output</c>, which is published.</param>
    /// <param name="version">The version.</param>
    public static string Source(string members = "", string read = "string Id", string written = "string Id", string version = "1.0.0") =>
        $$"""
            [Pipeline("demo", Version = "{{version}}")]
            public sealed partial class Demo
            {
                {{members}}
                [Stage] public Raw<Input> Read() => new([]);
                [Stage] public Validated<Output> Convert(Raw<Input> read) => new Raw<Output>([]).Validate();
                [Publish("result")] public Validated<Output> Release(Validated<Output> convert) => convert;
            }

            [Row] public sealed partial record Input({{read}});
            [Row] public sealed partial record Output({{written}});
            """;

    /// <summary>A project with all rules of the seventh group.</summary>
    public static TestProject Project(string source) => new RuleGroupTest(7).Project(source);

    /// <summary>The lock of the pipeline in a source.</summary>
    public static string LockOf(string source, bool withStages = false)
    {
        var compilation = Project(source).CreateGeneratedCompilation().AssertCompiles();
        return LockWriter.Write(
            DeclaredContract.Of(compilation.GetTypeByMetadataName("Demo")!, compilation, withStages, TestContext.Current.CancellationToken)!
        );
    }

    /// <summary>What is reported of a source beside the lock of another.</summary>
    public static async Task<ImmutableArray<string>> ChangeAsync(string before, string after) =>
        await ReportAsync(Project(after).WithAdditionalFile(FileName, LockOf(before)));

    /// <summary>What is reported of a project: ids and messages.</summary>
    public static async Task<ImmutableArray<string>> ReportAsync(TestProject project)
    {
        project.CreateGeneratedCompilation().AssertCompiles();
        return [.. (await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Select(Describe)];
    }

    /// <summary>Applies the fix of a title, or the first, to a source beside a lock until nothing is left to fix.</summary>
    /// <returns>The lock afterwards.</returns>
    public static async Task<string> FixAsync(string before, string? oldLock, string after, string? title = null)
    {
        var project = Project(before);
        project = oldLock is null
            ? project with
            {
                EditorConfig = "[*.cs]\nmlops_dsl.require_lock = true\n",
            }
            : project.WithAdditionalFile(FileName, oldLock);
        var result = await CodeFixVerifier.VerifyAsync(project, new RewriteLockFix(), after, title, TestContext.Current.CancellationToken);
        return Assert.Single(result.AdditionalFiles).Content.Text;
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
