//# known miss: age is protected and nobody compares groups on the test set
[Pipeline("rates")]
public sealed partial class RatePipeline
{
    [Source("drivers.csv")]
    public partial FileArtifact DriverFile();

    [Stage]
    public Validated<Driver> Check(FileArtifact driverFile) => new Raw<Driver>(driverFile.ReadLines().Select(line => new Driver(line.Length, line.Length * 10, line[^1] == '1'))).Validate();

    [Stage]
    public (TrainSet<Driver> Train, TestSet<Driver> Test) Split(Validated<Driver> check) => check.Split(0.8, seed: 6);

    [Stage]
    public RateModel Learn(TrainSet<Driver> train) => new(train.Where(d => d.Claimed).Average(d => d.Kilometres));

    [Stage]
    public (double Accuracy, double TrainGap) Evaluate(RateModel learn, TestSet<Driver> test, TrainSet<Driver> train)
    {
        var accuracy = test.Average(d => d.Kilometres > learn.Limit == d.Claimed ? 1.0 : 0.0);
        var gap = train.Where(d => d.Age > 60).Average(d => d.Kilometres) - train.Where(d => d.Age <= 60).Average(d => d.Kilometres);
        return (accuracy, gap);
    }

    [Gate]
    public GateResult Good(double accuracy) => GateResult.AtLeast(accuracy, 0.7);

    [Publish("rates"), When(nameof(Good))]
    public RateModel {|MLP5008:Release|}(RateModel learn) => learn;
}

[Row]
public sealed partial record Driver([Range(16.0, 110.0), Protected] double Age, [Range(0.0, 1e6), Feature] double Kilometres, [Label] bool Claimed);

public sealed record RateModel(double Limit);

//# clean: fairness is measured by a metric class with a selector
[Pipeline("rates")]
public sealed partial class RatePipeline
{
    [Source("drivers.csv")]
    public partial FileArtifact DriverFile();

    [Stage]
    public Validated<Driver> Check(FileArtifact driverFile) => new Raw<Driver>(driverFile.ReadLines().Select(line => new Driver(line.Length, line.Length * 10, line[^1] == '1'))).Validate();

    [Stage]
    public (TrainSet<Driver> Train, TestSet<Driver> Test) Split(Validated<Driver> check) => check.Split(0.8, seed: 6);

    [Stage]
    public RateModel Learn(TrainSet<Driver> train) => new(train.Where(d => d.Claimed).Average(d => d.Kilometres));

    [Stage]
    public Report Evaluate(RateModel learn, TestSet<Driver> test) => Report.Of(test, d => d.Kilometres > learn.Limit, d => d.Claimed, d => d.Age > 60);

    [Gate]
    public GateResult Good(Report evaluate) => GateResult.All(GateResult.AtLeast(evaluate.Accuracy, 0.7), GateResult.AtMost(evaluate.Gap, 0.1));

    [Publish("rates"), When(nameof(Good))]
    public RateModel Release(RateModel learn) => learn;
}

[Row]
public sealed partial record Driver([Range(16.0, 110.0), Protected] double Age, [Range(0.0, 1e6), Feature] double Kilometres, [Label] bool Claimed);

public sealed record RateModel(double Limit);

public sealed record Report(double Accuracy, double Gap)
{
    public static Report Of<T>(IReadOnlyList<T> rows, Func<T, bool> predicted, Func<T, bool> actual, Func<T, bool> group)
    {
        var rates = rows.ToLookup(group);
        return new(rows.Average(row => predicted(row) == actual(row) ? 1.0 : 0.0), Math.Abs(rates[true].Average(row => predicted(row) ? 1.0 : 0.0) - rates[false].Average(row => predicted(row) ? 1.0 : 0.0)));
    }
}
