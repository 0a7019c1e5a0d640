//# fault: a helper writes the gender as numbers of a tuple, of which a loop learns
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train)
{
    var (first, second, third) = (0.0, 0.0, 0.0);
    foreach (var applicant in train)
    {
        var x = Encoder.Encode(applicant);
        var error = (applicant.Repaid ? 1 : 0) - ((first * x.Income) + (second * x.Woman) + (third * x.Man));
        first += 0.1 * error * x.Income;
        second += 0.1 * error * x.Woman;
        third += 0.1 * error * x.Man;
    }

    return {|MLP5013:new Weights(first, second, third)|};
}

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Income * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(double Income, double Woman, double Man);

public static class Encoder
{
    public static (double Income, double Woman, double Man) Encode(Applicant applicant) =>
        applicant.Gender switch
        {
            "f" => (applicant.Income, 1, 0),
            "m" => (applicant.Income, 0, 1),
            _ => (applicant.Income, 0, 0),
        };
}

//# clean: the weights of rows balance the groups
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train)
{
    var (sum, all) = (0.0, 0.0);
    foreach (var applicant in train)
    {
        var weights = Balance.WeightsOf(applicant);
        sum += weights[0] * applicant.Income;
        all += weights[0];
    }

    return new Weights(sum / all);
}

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Income * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(double Income);

public static class Balance
{
    public static double[] WeightsOf(Applicant applicant) => applicant.Gender == "f" ? [1.2, 0.9] : [0.8, 1.1];
}
