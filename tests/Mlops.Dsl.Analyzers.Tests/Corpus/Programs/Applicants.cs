/// <summary>Somebody in a census.</summary>
[Row]
public sealed partial record Applicant([RowKey] long Id, [Range(17, 120), Feature] int Age, [Range(1, 99), Feature] int Hours, [Label] bool Over50K);

/// <summary>What a client sends.</summary>
[RowView(typeof(Applicant))]
public sealed partial record Application;

/// <summary>What the model says of an applicant.</summary>
[Prediction]
public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);

/// <summary>Stands for a package that trains.</summary>
public static class Trees
{
    public static Model<Application, IncomeScore> Fit(TrainSet<Applicant> train) => throw new NotSupportedException($"There are no trees of {train.Count} rows.");
}

[Pipeline("income", Version = "1.0.0")]
public sealed partial class IncomePipeline
{
    [Source("applicants.csv")]
    public partial FileArtifact Table();

    [Stage]
    public Validated<Applicant> Read(FileArtifact table) => new Raw<Applicant>(
        from line in table.ReadLines().Skip(1)
        let cells = line.Split(',')
        select new Applicant(
            long.Parse(cells[0], CultureInfo.InvariantCulture),
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            cells[3] == "1")).Validate();

    [Stage]
    public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> read) => read.Split(0.8, seed: 42);

    [Stage]
    public double MeanAge(TrainSet<Applicant> train) => train.Average(person => person.Age);

    [Stage]
    public Model<Application, IncomeScore> Fit(TrainSet<Applicant> train) => Trees.Fit(train);

    [Stage]
    public double Accuracy(Model<Application, IncomeScore> fit, TestSet<Applicant> test)
    {
        using var scorer = fit.CreateScorer();
        return test.Average(person => scorer.Score(Application.From(person)).Over50K == person.Over50K ? 1.0 : 0.0);
    }

    [Gate]
    public GateResult Accurate(double accuracy) => GateResult.AtLeast(accuracy, 0.8);

    [Publish("income"), When(nameof(Accurate))]
    public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
}
