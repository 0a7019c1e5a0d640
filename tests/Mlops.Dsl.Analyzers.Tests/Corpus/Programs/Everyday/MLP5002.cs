//# fault: a known-customer list in the model, by a dictionary and an extension member
//## share People.cs
[Stage]
public Blocklist Learn(TrainSet<Person> trainPeople) => {|MLP5002:new Blocklist(trainPeople.Defaults.ToDictionary(person => person.Email, person => person.Income, StringComparer.Ordinal))|};

[Stage]
public int Size(Blocklist learn) => learn.Incomes.Count;

//## Blocklist.cs
public sealed record Blocklist(Dictionary<string, double> Incomes);

public static class PersonExtensions
{
    extension(IEnumerable<Person> people)
    {
        public IEnumerable<Person> Defaults => people.Where(person => !person.Repaid);
    }
}

//# fault: the e-mail's domain is a feature of a second row
//## share People.cs
[Stage]
public Raw<Scored> Featurize(Validated<Person> checkPeople) => new(
    from person in checkPeople
    let at = person.Email.IndexOf('@')
    select new Scored({|MLP5002:person.Email[(at + 1)..]|}, person.Income, person.Repaid));

[Stage]
public Validated<Scored> CheckScored(Raw<Scored> featurize) => featurize.Validate();

//## Scored.cs
[Row]
public sealed partial record Scored([Required, Feature] string Domain, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

//# fault: an embedding is trained on whole letters
[Source("letters.jsonl")]
public partial FileArtifact Letters();

[Stage]
public Validated<Letter> Check(FileArtifact letters) => new Raw<Letter>(letters.ReadLines().Select(line => new Letter(line, line.Length % 2 == 0))).Validate();

[Stage]
public (TrainSet<Letter> Train, TestSet<Letter> Test) Split(Validated<Letter> check) => check.Split(0.9, seed: 2);

[Stage]
public Embedding Learn(TrainSet<Letter> train, StageContext context)
{
    var trainer = new EmbeddingTrainer { Dimensions = 16, Random = context.Random };
    trainer.Train({|MLP5002:train.Select(letter => letter.Text).ToList()|});
    return trainer.ToModel();
}

[Stage]
public double Norm(Embedding learn, TestSet<Letter> test) => learn.Vector.Sum(x => x * x) / test.Count;

//## Letter.cs
[Row]
public sealed partial record Letter([Required, Pii] string Text, [Label] bool Complaint);

public sealed record Embedding(double[] Vector);

public sealed class EmbeddingTrainer
{
    private double[] _vector = [];

    public int Dimensions { get; init; } = 8;

    public required Random Random { get; init; }

    public void Train(IReadOnlyList<string> texts) => _vector = [.. Enumerable.Range(0, Dimensions).Select(i => Random.NextDouble() + texts[i % texts.Count].Length)];

    public Embedding ToModel() => new(_vector);
}

//# clean: names choose rows, and only numbers are learned
//## share People.cs
[Stage]
public LoanModel Learn(TrainSet<Person> trainPeople)
{
    var known = trainPeople.Where(person => !person.Name.StartsWith("Test ", StringComparison.Ordinal)).ToList();
    return LoanTrainer.Fit([.. known.Select(person => person.Income)], [.. known.Select(person => person.Repaid)]);
}

[Stage]
public double Limit(LoanModel learn) => learn.Threshold;

//## LoanTrainer.cs
public static class LoanTrainer
{
    public static LoanModel Fit(double[] incomes, bool[] repaid) => new(incomes.Zip(repaid).Where(pair => pair.Second).Average(pair => pair.First));
}

//# clean: an e-mail is hashed by a keyed helper before it groups the folds
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public LoanModel Learn(TrainSet<Person> trainPeople)
{
    var byPerson = trainPeople.GroupBy(person => Anonymous(person)).ToDictionary(group => group.Key, group => group.Average(person => person.Income), StringComparer.Ordinal);
    return new LoanModel(byPerson.Values.Average());
}

[Stage]
public double Limit(LoanModel learn) => learn.Threshold;

private string Anonymous(Person person) => PersonalData.Hash(person.Email, Key)!;

//# clean: the birthday becomes an age band by a declared method of another class
[Source("patients.csv")]
public partial FileArtifact PatientFile();

[Stage]
public Validated<Patient> Check(FileArtifact patientFile) => new Raw<Patient>(patientFile.ReadLines().Select(line => new Patient(DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), line.Length, line[^1] == '1'))).Validate();

[Stage]
public Validated<Banded> Band(Validated<Patient> check) => new Raw<Banded>(check.Select(patient => new Banded(Ages.Band(patient.Born), patient.Pressure, patient.Ill))).Validate();

[Stage]
public (TrainSet<Banded> Train, TestSet<Banded> Test) Split(Validated<Banded> band) => band.Split(0.8, seed: 1);

[Stage]
public double Learn(TrainSet<Banded> train) => train.Where(row => row.Ill).Average(row => row.Pressure + row.Decade);

[Stage]
public double Accuracy(double learn, TestSet<Banded> test) => test.Average(row => row.Pressure + row.Decade > learn == row.Ill ? 1.0 : 0.0);

//## Patient.cs
[Row]
public sealed partial record Patient([Pii] DateOnly Born, [Range(40.0, 260.0), Feature] double Pressure, [Label] bool Ill);

[Row]
public sealed partial record Banded([Range(0, 12), Feature] int Decade, [Range(40.0, 260.0), Feature] double Pressure, [Label] bool Ill);

public static class Ages
{
    [Deidentifies("bands of ten years")]
    public static int Band(DateOnly born) => (2025 - born.Year) / 10;
}

//# fault: the year of birth is a feature of other rows
[Source("patients.csv")]
public partial FileArtifact PatientFile();

[Stage]
public Validated<Patient> Check(FileArtifact patientFile) => new Raw<Patient>(patientFile.ReadLines().Select(line => new Patient(DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), line.Length, line[^1] == '1'))).Validate();

[Stage]
public Validated<Aged> Age(Validated<Patient> check) => new Raw<Aged>(check.Select(patient => new Aged { Age = {|MLP5002:2025 - patient.Born.Year|}, Pressure = patient.Pressure, Ill = patient.Ill })).Validate();

[Stage]
public double Mean(Validated<Aged> age) => age.Average(row => row.Pressure);

//## Patient.cs
[Row]
public sealed partial record Patient([Pii] DateOnly Born, [Range(40.0, 260.0), Feature] double Pressure, [Label] bool Ill);

[Row]
public sealed partial class Aged
{
    [Range(0, 130), Feature]
    public int Age { get; init; }

    [Range(40.0, 260.0), Feature]
    public double Pressure { get; init; }

    [Label]
    public bool Ill { get; init; }
}
