using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class OutputUnusedTests
{
    private const string Helpers = """
        [Row]
        public sealed partial record House([Required] string Id, [Feature] double Area, [Label] double Price);
        public sealed record PriceModel(double Slope);
        public sealed record Metrics(double Error);
        """;

    private const string Start = """
        [Stage] public Validated<House> Checked() => new Raw<House>([new House("a", 1, 1)]).Validate();
        [Publish("price")] public PriceModel Release(PriceModel fit) => fit;

        """;

    [Theory]
    [InlineData(
        "[Stage] public (TrainSet<House> Train, TestSet<House> Test) {|MLP3009:Split|}(Validated<House> rows) => rows.Split(0.8, 1); "
            + "[Stage] public PriceModel Fit(TrainSet<House> train) => new(train.Count);"
    )]
    [InlineData(
        "[Stage] public PriceModel Fit(Validated<House> rows) => new(rows.Count); [Stage] public PriceModel "
            + "{|MLP3009:Old|}(Validated<House> rows) => new(rows.Count);"
    )]
    [InlineData(
        "[Stage] public PriceModel Fit(Validated<House> rows) => new(rows.Count); [Source(\"*.csv\")] public partial FileSet "
            + "{|MLP3009:Docs|}();"
    )]
    public async Task Datasets_models_and_sources_that_nobody_takes_are_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(RuleTest.Pipeline(Start + members), Helpers);

    [Theory]
    [InlineData(
        "[Stage] public PriceModel Fit(Validated<House> rows) => new(rows.Count); [Stage] public Metrics Evaluate(PriceModel fit) => "
            + "new(1); [Stage] public string Report(PriceModel fit) => \"\"; [Stage] public FileArtifact Plot(StageContext context) => "
            + "context.GetFile(\"x\"); [Stage] public IReadOnlyList<double> Losses() => [];"
    )]
    [InlineData("[Stage] public (PriceModel Fit, int Rows) Train(Validated<House> rows) => (new(1), 1); ")]
    public async Task What_people_read_is_not_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(RuleTest.Pipeline(Start + members), Helpers);

    [Fact]
    public async Task A_pipeline_that_publishes_nothing_ends_in_outputs() =>
        await TrackingTest.Rules.VerifyAsync(RuleTest.Pipeline("[Stage] public PriceModel Fit() => new(1);"), Helpers);
}
