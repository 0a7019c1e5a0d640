using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

/// <summary>Runs the rules about data and leakage on a pipeline that reads, validates and splits, with more members and types.</summary>
internal static class LeakageTest
{
    private const string Types = """
        [Row]
        public sealed partial record House([property: Feature] double Area, [property: Feature] string City, [property: Label] double Price);

        public sealed record Line(double Slope, double Offset);

        public static class Trainer
        {
            public static Line Fit(IEnumerable<House> rows) => new(rows.Average(r => r.Area), rows.Average(r => r.Price));

            public static double Error(Line model, IEnumerable<House> rows) => rows.Average(r => Math.Abs((model.Slope * r.Area) + model.Offset - r.Price));
        }
        """;

    private const string Stages = """
        [Source("houses.csv")]
        public partial FileArtifact Houses();

        [Stage]
        public Raw<House> Parse(FileArtifact houses) =>
            new(houses.ReadLines().Select(line => line.Split(',')).Select(cells => new House(double.Parse(cells[0]), cells[1], double.Parse(cells[2]))));

        [Stage]
        public Validated<House> Check(Raw<House> parse) => parse.Validate();

        [Stage]
        public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, 1);

        """;

    public static RuleGroupTest Rules { get; } = new(2);

    /// <summary>Checks marked members beside the stages that read, validate and split.</summary>
    public static Task<ImmutableArray<string>> VerifyStagesAsync(string members, string types = "") =>
        Rules.VerifyAsync(RuleTest.Pipeline(Stages + members), Types, types);

    /// <summary>
    /// Applies a fix to marked members beside the stages that read, validate and split, until nothing is left to fix, and compares.
    /// </summary>
    public static Task VerifyStagesFixAsync<TFix>(string before, string after, string types = "", string? title = null)
        where TFix : CodeFixProvider, new() => VerifyFixAsync<TFix>(Stages + before, Stages + after, types, title);

    /// <summary>Applies a fix to the marked members of a pipeline, beside the types, until nothing is left to fix, and compares.</summary>
    public static Task VerifyFixAsync<TFix>(string before, string after, string types = "", string? title = null)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyAsync(
            Rules.Project(RuleTest.Pipeline(before), Types, types),
            new TFix(),
            RuleTest.Pipeline(after),
            title,
            TestContext.Current.CancellationToken
        );

    /// <summary>Fixes everything of one id in the marked members of a pipeline at once, and compares.</summary>
    public static Task VerifyFixAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        CodeFixVerifier.VerifyFixAllAsync(
            Rules.Project(RuleTest.Pipeline(before), Types),
            new TFix(),
            RuleTest.Pipeline(after),
            cancellationToken: TestContext.Current.CancellationToken
        );

    /// <summary>The titles of the fixes that are offered for the first diagnostic in the marked members of a pipeline.</summary>
    public static async Task<ImmutableArray<string>> TitlesAsync<TFix>(string members)
        where TFix : CodeFixProvider, new() =>
        await CodeFixVerifier.TitlesAsync(
            Rules.Project(RuleTest.Pipeline(members), Types),
            new TFix(),
            TestContext.Current.CancellationToken
        );

    /// <summary>
    /// The titles of the fixes that are offered for the first diagnostic in marked members beside the stages that read, validate and split.
    /// </summary>
    public static async Task<ImmutableArray<string>> StagesTitlesAsync<TFix>(string members, string types = "")
        where TFix : CodeFixProvider, new() =>
        await CodeFixVerifier.TitlesAsync(
            Rules.Project(RuleTest.Pipeline(Stages + members), Types, types),
            new TFix(),
            TestContext.Current.CancellationToken
        );
}
