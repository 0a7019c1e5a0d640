using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class UnitTestDataTests
{
    [Theory]
    [InlineData(
        "[Stage] public TrainSet<House> Launder(Raw<House> parse) => {|MLP2002:UnitTestDatasets.TrainSet<House>(parse)|}; [Stage] public "
            + "Line FitLine([From(nameof(Launder))] TrainSet<House> rows) => Trainer.Fit(rows);"
    )]
    [InlineData(
        "[Stage] public Validated<House> Launder(Raw<House> parse) => Make(parse); private static Validated<House> Make(IEnumerable<House> "
            + "rows) => {|MLP2002:UnitTestDatasets.Validated(rows)|};"
    )]
    [InlineData(
        "[Stage] public Line Launder(TestSet<House> test) => Trainer.Fit({|MLP2003:{|MLP2002:UnitTestDatasets.TrainSet<House>(test)|}|});"
    )]
    [InlineData(
        "[Stage] public TestSet<House>[] Launder(Raw<House> parse) => [.. parse.Select(row => {|MLP2002:UnitTestDatasets.TestSet(row)|})];"
    )]
    public async Task A_unit_test_dataset_in_a_stage_is_reported(string members) => await LeakageTest.VerifyStagesAsync(members);

    [Fact]
    public async Task Unit_tests_may_use_them() =>
        await LeakageTest.Rules.VerifyAsync(
            RuleTest.Pipeline(
                "[Stage] public int Count(TrainSet<string> split) => split.Count; [Stage] public TrainSet<string> Split() => throw new "
                    + "NotSupportedException();"
            ),
            "public class Tests { public int Count() => new TestPipeline().Count(UnitTestDatasets.TrainSet<string>([\"a\"])); }"
        );
}
