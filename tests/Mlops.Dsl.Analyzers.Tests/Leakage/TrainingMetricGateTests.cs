namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class TrainingMetricGateTests
{
    private const string Fit = "[Stage] public Line FitLine(TrainSet<House> train) => Trainer.Fit(train); ";

    [Theory]
    [InlineData(
        Fit
            + "[Stage] public double Measure(Line fitLine, TrainSet<House> train) => Trainer.Error(fitLine, train); [Gate] public "
            + "GateResult Good(double {|MLP2007:measure|}) => GateResult.AtMost(measure, 1.0);"
    )]
    [InlineData(
        Fit
            + "[Stage] public double Measure(Line fitLine, TrainSet<House> train, TestSet<House> test) { IEnumerable<House> rows = test; "
            + "rows = train; return Trainer.Error(fitLine, rows); } [Gate] public GateResult Good(double {|MLP2007:measure|}) => "
            + "GateResult.AtMost(measure, 1.0);"
    )]
    [InlineData(
        "[Stage] public (Line Line, double Loss) FitLine(TrainSet<House> train) { var line = Trainer.Fit(train); return (line, "
            + "Trainer.Error(line, train)); } [Gate] public GateResult Good(double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1.0);"
    )]
    [InlineData(
        Fit
            + "[Stage] public (double Known, double Unknown) Measure(Line fitLine, TrainSet<House> train, TestSet<House> test) => "
            + "(Trainer.Error(fitLine, train), Trainer.Error(fitLine, test)); [Gate] public GateResult Good(double {|MLP2007:known|}) "
            + "=> GateResult.AtMost(known, 1.0);"
    )]
    [InlineData(
        "[Stage] public Line Make(TrainSet<House> train) => new(train.Average(r => r.Area), 1); [Stage] public double Measure(Line make, "
            + "TrainSet<House> train) => train.Average(r => make.Slope - r.Price); [Gate] public GateResult Good(double "
            + "{|MLP2007:measure|}) => GateResult.AtMost(measure, 1.0);"
    )]
    public async Task A_gate_on_a_metric_of_the_training_set_is_reported(string members) => await LeakageTest.VerifyStagesAsync(members);

    [Theory]
    [InlineData(
        Fit
            + "[Stage] public double Measure(Line fitLine, TestSet<House> test) => Trainer.Error(fitLine, test); [Gate] public GateResult "
            + "Good(double measure) => GateResult.AtMost(measure, 1.0);"
    )]
    [InlineData(
        Fit
            + "[Stage] public (double Known, double Unknown) Measure(Line fitLine, TrainSet<House> train, TestSet<House> test) => "
            + "(Trainer.Error(fitLine, train), Trainer.Error(fitLine, test)); [Gate] public GateResult Good(double known, double "
            + "unknown) => GateResult.AtMost(unknown - known, 1.0);"
    )]
    [InlineData(
        Fit
            + "[Stage] public (double Known, double Unknown) Measure(Line fitLine, TrainSet<House> train, TestSet<House> test) => "
            + "(Trainer.Error(fitLine, train), Trainer.Error(fitLine, test)); [Gate] public GateResult Good(double unknown) => "
            + "GateResult.AtMost(unknown, 1.0); [Gate] public GateResult Converged(double known) => GateResult.AtMost(known, 1.0);"
    )]
    [InlineData("[Gate] public GateResult Enough(TrainSet<House> train) => GateResult.AtLeast(train.Count, 100);")]
    [InlineData(Fit + "[Gate] public GateResult Finite(Line fitLine) => new(double.IsFinite(fitLine.Slope), \"finite\");")]
    public async Task Other_gates_are_not_reported(string members) => await LeakageTest.VerifyStagesAsync(members);
}
