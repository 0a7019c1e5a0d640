namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class ReportedOnChoosingSetTests
{
    private const string Models =
        "[Stage] public Line[] FitLines(TrainSet<House> train) => [Trainer.Fit(train), Trainer.Fit(train.Take(10))]; ";
    private const string Gate =
        "[Stage] public double Measure(Line choose, TestSet<House> test) => Trainer.Error(choose, test); [Gate] public GateResult "
        + "Good(double {|MLP2008:measure|}) => GateResult.AtMost(measure, 1.0);";
    private const string CleanGate =
        "[Stage] public double Measure(Line choose, TestSet<House> test) => Trainer.Error(choose, test); [Gate] public GateResult "
        + "Good(double measure) => GateResult.AtMost(measure, 1.0);";

    [Theory]
    [InlineData(
        Models
            + "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) => fitLines.MinBy(line => Trainer.Error(line, test))!; "
            + Gate
    )]
    [InlineData(
        Models
            + "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) => fitLines.OrderBy(line => Trainer.Error(line, "
            + "test)).First(); "
            + Gate
    )]
    [InlineData(
        Models
            + "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) { var best = fitLines[0]; foreach (var line in fitLines) { "
            + "if (Trainer.Error(line, test) < Trainer.Error(best, test)) { best = line; } } return best; } "
            + Gate
    )]
    [InlineData(
        Models
            + "[Stage] public Line Choose(Line[] fitLines, TestSet<House> test) => Trainer.Error(fitLines[0], test) < "
            + "Trainer.Error(fitLines[1], test) ? fitLines[0] : fitLines[1]; "
            + Gate
    )]
    [InlineData(
        Models
            + "[Stage] public (Line Line, double Error) Choose(Line[] fitLines, TestSet<House> test) => fitLines.Select(line => (Line: "
            + "line, Error: Trainer.Error(line, test))).MinBy(pair => pair.Error); [Gate] public GateResult Good([From(\"error\")] "
            + "double {|MLP2008:error|}) => GateResult.AtMost(error, 1.0);"
    )]
    public async Task A_gate_about_what_was_chosen_on_the_same_rows_is_reported(string members) =>
        await LeakageTest.VerifyStagesAsync(members);

    [Theory]
    [InlineData(
        "[Stage] public Line Choose(TrainSet<House> train) => new[] { Trainer.Fit(train), new Line(0, 0) }.MinBy(line => "
            + "Trainer.Error(line, train))!; "
            + CleanGate
    )]
    [InlineData("[Stage] public Line Choose(TrainSet<House> train) => Trainer.Fit(train); " + CleanGate)]
    [InlineData(
        "[Stage] public (TrainSet<House> Learn, ValidationSet<House> Tell, TestSet<House> Measured) Three(Validated<House> check) => "
            + "check.Split(0.6, 0.2, 1); [Stage] public Line Choose([From(\"Learn\")] TrainSet<House> train, ValidationSet<House> tell) => "
            + "new[] { Trainer.Fit(train), new Line(0, 0) }.MinBy(line => Trainer.Error(line, tell))!; [Stage] public double "
            + "Measure(Line choose, [From(\"Measured\")] TestSet<House> test) => Trainer.Error(choose, test); [Gate] public "
            + "GateResult Good(double measure) => GateResult.AtMost(measure, 1.0);"
    )]
    [InlineData(
        "[Stage] public Line Choose(TrainSet<House> train) => Trainer.Fit(train); [Stage] public double Worst(Line choose, TestSet<House> "
            + "test) { var worst = 0.0; foreach (var house in test) { var error = Math.Abs((choose.Slope * house.Area) - house.Price); if "
            + "(error > worst) { worst = error; } } return worst; } [Gate] public GateResult Good(double worst) => "
            + "GateResult.AtMost(worst, 1.0);"
    )]
    [InlineData(
        "[Stage] public Line[] Choose(TrainSet<House> train) => [Trainer.Fit(train), Trainer.Fit(train.Skip(2))]; [Stage] public double "
            + "Nearest(Line[] choose, TestSet<House> test) => test.Average(house => choose.MinBy(line => Math.Abs(line.Slope - "
            + "house.Area))!.Offset - house.Price); [Gate] public GateResult Good(double nearest) => GateResult.AtMost(nearest, 1.0);"
    )]
    public async Task A_choice_on_other_rows_is_not_reported(string members) => await LeakageTest.VerifyStagesAsync(members);

    [Fact]
    public async Task A_training_that_stops_early_by_the_test_set_has_seen_it() =>
        await LeakageTest.VerifyStagesAsync(
            """
            [Stage]
            public Line FitLine(TrainSet<House> train, TestSet<House> {|MLP2003:test|})
            {
                var line = new Line(0, 0);
                var best = double.MaxValue;
                for (var epoch = 0; epoch < 100; epoch++)
                {
                    line = line with { Slope = line.Slope + train.Average(r => r.Area) };
                    var error = Trainer.Error(line, test);
                    if (error > best)
                    {
                        break;
                    }

                    best = error;
                }

                return line;
            }
            """
        );
}
