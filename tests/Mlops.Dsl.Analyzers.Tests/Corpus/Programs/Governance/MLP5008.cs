//# fault: nobody asks whether the groups are treated alike
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) => new(train.Average(applicant => applicant.Income));

[Stage]
public double Accuracy(Threshold fit, TestSet<Applicant> test) =>
    test.Count(applicant => applicant.Income > fit.Income == applicant.Repaid) / (double)test.Count;

[Gate]
public GateResult Accurate(double accuracy) => GateResult.AtLeast(accuracy, 0.8);

[Publish("threshold"), When(nameof(Accurate))]
public Threshold {|MLP5008:Release|}(Threshold fit) => fit;

//## Applicant.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

//# clean: a stage measures it
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) => new(train.Average(applicant => applicant.Income));

[Stage]
public double Gap(Threshold fit, TestSet<Applicant> test) =>
    Math.Abs(Share(fit, test.Where(applicant => applicant.Gender == "f")) - Share(fit, test.Where(applicant => applicant.Gender == "m")));

[Gate]
public GateResult Fair(double gap) => GateResult.AtMost(gap, 0.05);

[Publish("threshold"), When(nameof(Fair))]
public Threshold Release(Threshold fit) => fit;

private static double Share(Threshold threshold, IEnumerable<Applicant> applicants) => applicants.Average(applicant => applicant.Income > threshold.Income ? 1.0 : 0.0);

//## Applicant.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);
