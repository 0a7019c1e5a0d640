using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class TakeSetFixTests
{
    private const string Three =
        "[Stage] public (TrainSet<House> Learn, ValidationSet<House> Tell, TestSet<House> Known) Three(Validated<House> check) => "
        + "check.Split(0.6, 0.2, 1);\n\n";
    private const string FitLine = "[Stage] public Line FitLine(TrainSet<House> train) => Trainer.Fit(train); ";
    private const string Models =
        "[Stage] public Line[] FitLines(TrainSet<House> train) => [Trainer.Fit(train), Trainer.Fit(train.Take(10))]; ";
    private const string Gate = " [Gate] public GateResult Good(double {|MLP2008:measure|}) => GateResult.AtMost(measure, 1.0);";
    private const string CleanGate = " [Gate] public GateResult Good(double measure) => GateResult.AtMost(measure, 1.0);";

    [Theory]
    [InlineData(
        "double Mean(Validated<House> {|MLP2004:check|}) => check.Average(r => r.Area);",
        "double Mean(TrainSet<House> train) => train.Average(r => r.Area);"
    )]
    [InlineData(
        "double Mean([From(nameof(Check))] Validated<House> {|MLP2004:rows|}) => rows.Average(r => r.Area);",
        "double Mean([From(\"Train\")] TrainSet<House> rows) => rows.Average(r => r.Area);"
    )]
    [InlineData(
        "double Mean(Validated<House> {|MLP2004:rows|}) => rows.Average(r => r.Area);",
        "double Mean([From(\"Train\")] TrainSet<House> rows) => rows.Average(r => r.Area);"
    )]
    [InlineData(
        "double Mean(Validated<House> {|MLP2004:check|}) => check.Average(train => train.Area);",
        "double Mean([From(\"Train\")] TrainSet<House> check) => check.Average(train => train.Area);"
    )]
    [InlineData(
        "double Mean(/* all */ Validated<House> {|MLP2004:check|} /* rows */)\n{\n    var areas = check.Select(row => row.Area);\n    "
            + "return areas.Sum() / check.Count; // check\n}",
        "double Mean(/* all */ TrainSet<House> train /* rows */)\n{\n    var areas = train.Select(row => row.Area);\n    return "
            + "areas.Sum() / train.Count; // check\n}"
    )]
    public async Task A_statistic_is_computed_from_the_training_set(string before, string after)
    {
        const string Fit =
            "\n\n[Stage]\npublic Line FitLine(TrainSet<House> train, double mean) => new(train.Average(r => r.Area - mean), 1);";
        await LeakageTest.VerifyStagesFixAsync<TakeSetFix>(
            $"[Stage]\npublic {before}{Fit}",
            $"[Stage]\npublic {after}{Fit}",
            title: "Take the training set 'Train' in 'Mean'"
        );
    }

    [Theory]
    [InlineData("Learner.Fit(train, {|MLP2004:mean|})", "Learner.Fit(train, mean)")]
    [InlineData("Learner.Fit(train, {|MLP2004:2 * mean|})", "Learner.Fit(train, 2 * mean)")]
    [InlineData("Scaled(train, mean / 2)", "Scaled(train, mean / 2)", false)]
    public async Task A_statistic_that_a_training_is_told_of_is_computed_from_the_training_set(
        string before,
        string after,
        bool isOffered = true
    )
    {
        const string Types =
            "public static class Learner { public static Line Fit(IEnumerable<House> rows, double scale) => new(rows.Average(r => r.Area) "
            + "/ scale, 1); }";
        const string Helper =
            "\n\nprivate static Line Scaled(TrainSet<House> train, double scale) => Learner.Fit(train, {|MLP2004:scale|});";
        if (isOffered)
        {
            await LeakageTest.VerifyStagesFixAsync<TakeSetBeforeFix>(
                $"[Stage]\npublic double Mean(Validated<House> check) => check.Average(r => r.Area);\n\n[Stage]\npublic Line "
                    + $"FitLine(TrainSet<House> train, double mean) => {before};",
                $"[Stage]\npublic double Mean(TrainSet<House> train) => train.Average(r => r.Area);\n\n[Stage]\npublic Line "
                    + $"FitLine(TrainSet<House> train, double mean) => {after};",
                Types,
                "Take the training set 'Train' in 'Mean'"
            );
        }
        else
        {
            Assert.Empty(
                await LeakageTest.StagesTitlesAsync<TakeSetBeforeFix>(
                    $"[Stage]\npublic double Mean(Validated<House> check) => check.Average(r => r.Area);\n\n[Stage]\npublic Line "
                        + $"FitLine(TrainSet<House> train, double mean) => {before};{Helper}",
                    Types
                )
            );
        }
    }

    [Fact]
    public async Task A_documented_parameter_is_renamed_in_its_comment() =>
        await LeakageTest.VerifyStagesFixAsync<TakeSetFix>(
            "/// <summary>Measures.</summary>\n/// <param name=\"check\">All rows.</param>\n[Stage]\npublic double Mean(Validated<House> "
                + "{|MLP2004:check|}) => check.Average(r => r.Area);\n\n[Stage]\npublic Line FitLine(TrainSet<House> train, double mean) "
                + "=> new(train.Average(r => r.Area - mean), 1);",
            "/// <summary>Measures.</summary>\n/// <param name=\"train\">All rows.</param>\n[Stage]\npublic double Mean(TrainSet<House> "
                + "train) => train.Average(r => r.Area);\n\n[Stage]\npublic Line FitLine(TrainSet<House> train, double mean) => "
                + "new(train.Average(r => r.Area - mean), 1);"
        );

    [Fact]
    public async Task Each_training_set_is_offered() =>
        Assert.Equal(
            ["Take the training set 'Train' in 'Mean'", "Take the training set 'Learn' in 'Mean'"],
            await LeakageTest.StagesTitlesAsync<TakeSetFix>(
                Three
                    + "[Stage] public double Mean(Validated<House> {|MLP2004:check|}) => check.Average(r => r.Area); [Stage] public Line "
                    + "FitLine([From(\"Train\")] TrainSet<House> train, double mean) => new(train.Average(r => r.Area - mean), 1);"
            )
        );

    [Theory]
    [InlineData(
        "double Measure(Line fitLine, TrainSet<House> train) => Trainer.Error(fitLine, train);",
        "double Measure(Line fitLine, TestSet<House> test) => Trainer.Error(fitLine, test);"
    )]
    [InlineData(
        "double Measure(Line fitLine, [From(\"Train\")] TrainSet<House> rows) => Trainer.Error(fitLine, rows);",
        "double Measure(Line fitLine, [From(\"Test\")] TestSet<House> rows) => Trainer.Error(fitLine, rows);"
    )]
    public async Task A_metric_is_measured_on_the_test_set(string before, string after) =>
        await LeakageTest.VerifyStagesFixAsync<TakeSetFix>(
            $"{FitLine}[Stage] public {before} [Gate] public GateResult Good(double {{|MLP2007:measure|}}) => "
                + $"GateResult.AtMost(measure, 1.0);",
            $"{FitLine}[Stage] public {after} [Gate] public GateResult Good(double measure) => GateResult.AtMost(measure, 1.0);"
        );

    [Fact]
    public async Task A_choice_is_made_on_the_validation_set() =>
        await LeakageTest.VerifyFixAsync<TakeSetFix>(
            Choice(
                "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) => fitLines.MinBy(line => Trainer.Error(line, test))!; "
                    + "[Stage] public double Measure(Line choose, TestSet<House> test) => Trainer.Error(choose, test);"
                    + Gate
            ),
            Choice(
                "[Stage] public Line Choose(Line[] fitLines, ValidationSet<House> validation) => fitLines.MinBy(line => "
                    + "Trainer.Error(line, validation))!; [Stage] public double Measure(Line choose, TestSet<House> test) => "
                    + "Trainer.Error(choose, test);"
                    + CleanGate
            )
        );

    [Fact]
    public async Task What_was_chosen_is_measured_on_the_test_set() =>
        await LeakageTest.VerifyFixAsync<TakeSetFix>(
            Choice(
                "[Stage] public Line Choose(Line[] fitLines, ValidationSet<House> validation) => fitLines.MinBy(line => "
                    + "Trainer.Error(line, validation))!; [Stage] public double Measure(Line choose, ValidationSet<House> validation) => "
                    + "Trainer.Error(choose, validation);"
                    + Gate
            ),
            Choice(
                "[Stage] public Line Choose(Line[] fitLines, ValidationSet<House> validation) => fitLines.MinBy(line => "
                    + "Trainer.Error(line, validation))!; [Stage] public double Measure(Line choose, TestSet<House> test) => "
                    + "Trainer.Error(choose, test);"
                    + CleanGate
            )
        );

    [Fact]
    public async Task Early_stopping_looks_at_the_validation_set() =>
        await LeakageTest.VerifyFixAsync<TakeSetFix>(
            Choice(
                "[Stage] public Line FitLine(TrainSet<House> train, TestSet<House> {|MLP2003:test|}) { var line = Trainer.Fit(train); for "
                    + "(var i = 0; i < 9 && Trainer.Error(line, test) > 1; i++) { line = line with { Slope = line.Slope + "
                    + "Trainer.Error(line, test) }; } return line; }"
            ),
            Choice(
                "[Stage] public Line FitLine(TrainSet<House> train, ValidationSet<House> validation) { var line = Trainer.Fit(train); for "
                    + "(var i = 0; i < 9 && Trainer.Error(line, validation) > 1; i++) { line = line with { Slope = line.Slope + "
                    + "Trainer.Error(line, validation) }; } return line; }"
            )
        );

    [Theory]
    [InlineData(
        FitLine
            + "[Stage] public double Measure(Line fitLine, TrainSet<House> train, TestSet<House> test) { IEnumerable<House> rows = test; "
            + "rows = train; return Trainer.Error(fitLine, rows); } [Gate] public GateResult Good(double {|MLP2007:measure|}) => "
            + "GateResult.AtMost(measure, 1.0);"
    )]
    [InlineData(
        "[Stage] public (Line Line, double Loss) FitLine(TrainSet<House> train) { var line = Trainer.Fit(train); return (line, "
            + "Trainer.Error(line, train)); } [Gate] public GateResult Good(double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1.0);"
    )]
    [InlineData(
        Models
            + "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) => fitLines.MinBy(line => Trainer.Error(line, test))!; "
            + "[Stage] public double Measure(Line choose, TestSet<House> test) => Trainer.Error(choose, test);"
            + Gate
    )]
    public async Task Nothing_is_offered_where_no_set_would_do(string members) =>
        Assert.Empty(await LeakageTest.StagesTitlesAsync<TakeSetFix>(members));

    [Fact]
    public async Task A_set_that_is_made_of_the_statistic_is_not_offered() =>
        Assert.Equal(
            ["Take the training set 'Train' in 'Scaled'"],
            await LeakageTest.StagesTitlesAsync<TakeSetFix>(
                "[Stage] public Validated<House> Scaled(Validated<House> {|MLP2004:check|}) { var mean = check.Average(r => r.Area); "
                    + "return new Raw<House>(check.Select(r => r with { Area = r.Area - mean })).Validate(); } [Stage] public "
                    + "(TrainSet<House> Learn, TestSet<House> Known) Halve([From(nameof(Scaled))] Validated<House> rows) => "
                    + "rows.Split(0.5, 1); [Stage] public Line FitLine(TrainSet<House> learn) => new(learn.Average(r => "
                    + "r.Area), 1);"
            )
        );

    private static string Choice(string members) =>
        """
            [Stage]
            public Validated<House> Check() => new Raw<House>([]).Validate();

            [Stage]
            public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, 1);

            """
        + (members.Contains("fitLines", StringComparison.Ordinal) ? Models : "")
        + members;
}
