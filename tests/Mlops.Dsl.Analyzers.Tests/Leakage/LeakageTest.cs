using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

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
}
