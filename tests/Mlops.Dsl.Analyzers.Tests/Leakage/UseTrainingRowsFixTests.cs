using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class UseTrainingRowsFixTests
{
    private const string Types = """
        public static class Learner
        {
            public static Line Fit(IEnumerable<House> rows, object setting) => new(rows.Average(r => r.Area), setting.GetHashCode());

            public static Line FitBoth(IEnumerable<House> rows, IEnumerable<House> more) => Trainer.Fit(rows.Concat(more));
        }
        """;

    [Theory]
    [InlineData("Trainer.Fit({|MLP2003:train.Concat(test)|})", "Trainer.Fit(train)")]
    [InlineData("Trainer.Fit({|MLP2003:test.Concat(train.Where(r => r.Area > 1))|})", "Trainer.Fit(train.Where(r => r.Area > 1))")]
    [InlineData("Trainer.Fit(/* all */ {|MLP2003:train.Union(test)|})", "Trainer.Fit(/* all */ train)")]
    [InlineData("Trainer.Fit({|MLP2003:[.. train, .. test]|})", "Trainer.Fit([.. train])")]
    [InlineData(
        "Trainer.Fit({|MLP2003:train.Concat(test).Where(r => r.Area > 1).ToList()|})",
        "Trainer.Fit(train.Where(r => r.Area > 1).ToList())"
    )]
    [InlineData(
        "Trainer.Fit({|MLP2003:train.Where(r => r.Area > 1).UnionBy(test, r => r.Area)|})",
        "Trainer.Fit(train.Where(r => r.Area > 1))"
    )]
    [InlineData("Trainer.Fit({|MLP2003:[.. test, .. train, train[0]]|})", "Trainer.Fit([.. train, train[0]])")]
    public async Task Held_out_rows_are_left_out(string before, string after) => await FixAsync("TestSet<House> test", before, after);

    [Theory]
    [InlineData("TestSet<House> test", "Trainer.Fit({|MLP2003:test|})", "Trainer.Fit(train)")]
    [InlineData(
        "TestSet<House> test",
        "Trainer.Fit({|MLP2003:test.Where(r => r.Area > test.Count)|})",
        "Trainer.Fit(train.Where(r => r.Area > train.Count))"
    )]
    [InlineData(
        "Validated<House> check",
        "Learner.Fit(train, {|MLP2004:check.Average(r => r.Area)|})",
        "Learner.Fit(train, train.Average(r => r.Area))"
    )]
    [InlineData("Validated<House> check", "Learner.Fit({|MLP2004:train.Concat(check)|}, 1)", "Learner.Fit(train, 1)")]
    public async Task The_training_set_is_used(string other, string before, string after) => await FixAsync(other, before, after);

    [Theory]
    [InlineData("[Stage] public Line Make(TestSet<House> test) => Trainer.Fit({|MLP2003:test|});")]
    [InlineData(
        "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) { var rows = train.ToList(); for (var i = 0; i < test.Count; "
            + "i++) { rows.Add(test[i]); } return Trainer.Fit({|MLP2003:rows|}); }"
    )]
    [InlineData("[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Learner.FitBoth(train, {|MLP2003:test|});")]
    [InlineData(
        "[Stage] public Line Make(TrainSet<House> train, TestSet<House> test) => Learner.FitBoth(more: {|MLP2003:test.ToList()|}, "
            + "rows: train);"
    )]
    public async Task Nothing_is_offered_where_the_training_rows_are_not_at_hand_or_given_already(string members) =>
        Assert.Empty(await LeakageTest.StagesTitlesAsync<UseTrainingRowsFix>(members, Types));

    [Fact]
    public async Task What_adds_held_out_rows_is_removed() =>
        await LeakageTest.VerifyStagesFixAsync<UseTrainingRowsFix>(
            """
            [Stage]
            public Line Make(TrainSet<House> train, TestSet<House> test)
            {
                var rows = new List<House>();
                rows.AddRange(train);
                rows.AddRange(test);
                return Trainer.Fit({|MLP2003:rows|});
            }
            """,
            """
            [Stage]
            public Line Make(TrainSet<House> train, TestSet<House> test)
            {
                var rows = new List<House>();
                rows.AddRange(train);
                return Trainer.Fit(rows);
            }
            """,
            Types
        );

    private static Task FixAsync(string other, string before, string after) =>
        LeakageTest.VerifyStagesFixAsync<UseTrainingRowsFix>(
            $"[Stage]\npublic Line Make(TrainSet<House> train, {other}) => {before};",
            $"[Stage]\npublic Line Make(TrainSet<House> train, {other}) => {after};",
            Types
        );
}
