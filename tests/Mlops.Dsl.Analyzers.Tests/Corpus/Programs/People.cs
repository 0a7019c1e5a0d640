/// <summary>A person who asked for a loan.</summary>
[Row]
public sealed partial record Person(
    [Required, Pii] string Name, [Pii] string Email, [Range(0.0, 1e7), Feature] double Income, [Required] string Town, [Label] bool Repaid);

/// <summary>Lend if income ≥ threshold.</summary>
public sealed record LoanModel(double Threshold)
{
    public bool Predict(Person person) => person.Income >= Threshold;
}

public sealed partial class TestPipeline
{
    [Source("people.csv")]
    public partial FileArtifact PeopleFile();

    [Stage]
    public Raw<Person> ReadPeople(FileArtifact peopleFile) => new(
        from line in peopleFile.ReadLines()
        let cells = line.Split(',')
        select new Person(cells[0], cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture), cells[3], cells[4] == "yes"));

    [Stage]
    public Validated<Person> CheckPeople(Raw<Person> readPeople) => readPeople.Validate();

    [Stage]
    public (TrainSet<Person> TrainPeople, TestSet<Person> TestPeople) SplitPeople(Validated<Person> checkPeople) => checkPeople.Split(0.8, seed: 42);
}
