//# clean: the protected column chooses a weight, by name
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) =>
    Trainer.Fit([.. train.Select(applicant => applicant.Income)], sampleWeights: [.. train.Select(applicant => applicant.Gender == "f" ? 2.0 : 1.0)]);

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[] rows, double[] sampleWeights) => new([rows[0] * sampleWeights[0]]);
}

//# clean: one model for each group is fitted to other columns
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train, StageContext context)
{
    foreach (var group in train.GroupBy(applicant => applicant.Gender))
    {
        context.LogMetric("applicants", group.Count());
    }

    var rows = new List<double[]>();
    foreach (var applicant in train)
    {
        if (applicant.Gender.Length == 0)
        {
            continue;
        }

        rows.Add([applicant.Income]);
    }

    return Trainer.Fit([.. rows]);
}

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[][] rows) => new(rows[0]);
}

//# fault: one-hot by a conditional, in a helper of an extension block
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit({|MLP5013:[.. train.Select(applicant => applicant.Encoded)]|});

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    extension(Applicant applicant)
    {
        public double[] Encoded => [applicant.Income, applicant.Gender is "f" ? 1 : 0];
    }

    public static Weights Fit(double[][] rows) => new(rows[0]);
}
