/// <summary>A person whose income is known.</summary>
[Row]
public sealed partial record Applicant([RowKey] long Id, [Range(17, 120), Feature] int Age, [Feature] string? Workclass, [Label] bool Over50K);

/// <summary>One whose income is asked for.</summary>
[RowView(typeof(Applicant))]
public sealed partial record Application;

[Prediction]
public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);

[Pipeline("income")]
public sealed partial class IncomePipeline
{
    [Source("people.csv")]
    public partial FileArtifact PeopleFile();

    [Stage]
    public Raw<Applicant> Parse(FileArtifact peopleFile) => new(
        from line in peopleFile.ReadLines()
        let cells = line.Split(',')
        select new Applicant(
            long.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2].Length == 0 ? null : cells[2], cells[3] == "1"));

    [Stage]
    public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

    [Stage]
    public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

    [Stage]
    public Model<Application, IncomeScore> Fit(TrainSet<Applicant> train) => throw new NotImplementedException($"{train.Count}");

    [Stage]
    public double Right(Model<Application, IncomeScore> fit, TestSet<Applicant> test) => test.Average(person => fit.Opsets.Count > person.Age ? 1.0 : 0.0);

    [Gate]
    public GateResult Good(double right) => GateResult.AtLeast(right, 0.9);

    [Publish("income"), When(nameof(Good))]
    public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
}
