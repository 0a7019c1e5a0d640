//# fault: a table of means by name is learned by a helper for any column
//## share People.cs
[Stage]
public MeanEncoding Names(TrainSet<Person> trainPeople) => MeanEncoding.Learn(trainPeople, {|MLP5002:person => person.Name|}, person => person.Repaid);

[Stage]
public double Error(MeanEncoding names, TestSet<Person> testPeople) => testPeople.Average(person => Math.Abs(names.Of(person.Name) - (person.Repaid ? 1 : 0)));

//## MeanEncoding.cs
public sealed record MeanEncoding(Dictionary<string, double> Means, double Overall)
{
    public double Of(string key) => Means.GetValueOrDefault(key, Overall);

    public static MeanEncoding Learn<T>(IReadOnlyList<T> rows, Func<T, string> key, Func<T, bool> label) => new(
        rows.GroupBy(key).ToDictionary(group => group.Key, group => group.Count(label) / (double)group.Count()), rows.Count(label) / (double)rows.Count);
}

//# clean: the same helper with a column that is nobody's
//## share People.cs
[Stage]
public MeanEncoding Towns(TrainSet<Person> trainPeople) => MeanEncoding.Learn(trainPeople, person => person.Town, person => person.Repaid);

[Stage]
public double Error(MeanEncoding towns, TestSet<Person> testPeople) => testPeople.Average(person => Math.Abs(towns.Of(person.Town) - (person.Repaid ? 1 : 0)));

//## MeanEncoding.cs
public sealed record MeanEncoding(Dictionary<string, double> Means, double Overall)
{
    public double Of(string key) => Means.GetValueOrDefault(key, Overall);

    public static MeanEncoding Learn<T>(IReadOnlyList<T> rows, Func<T, string> key, Func<T, bool> label) => new(
        rows.GroupBy(key).ToDictionary(group => group.Key, group => group.Count(label) / (double)group.Count()), rows.Count(label) / (double)rows.Count);
}

//# clean: the names only tell which rows are of one person, so that each counts once
//## share People.cs
[Stage]
public LoanModel Fit(TrainSet<Person> trainPeople) => LoanTrainer.Fit(trainPeople, person => person.Email);

[Stage]
public double Hits(LoanModel fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person) == person.Repaid ? 1.0 : 0.0);

//## LoanTrainer.cs
public static class LoanTrainer
{
    public static LoanModel Fit(IReadOnlyList<Person> people, Func<Person, string> person) => new(people.GroupBy(person).Select(group => group.Max(one => one.Income)).Average());
}

//# fault: a helper that trains keeps the names of its neighbours
//## share People.cs
[Stage]
public Neighbours Fit(TrainSet<Person> trainPeople) => {|MLP5002:Neighbours.Fit(trainPeople)|};

[Stage]
public double Hits(Neighbours fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## Neighbours.cs
public sealed record Known(string Who, double Income, bool Repaid);

public sealed record Neighbours(IReadOnlyList<Known> Cases)
{
    public bool Predict(double income) => Cases.MinBy(one => (Math.Abs(one.Income - income), one.Who))!.Repaid;

    public static Neighbours Fit(IReadOnlyList<Person> people) => new([.. people.Select(person => new Known(person.Name, person.Income, person.Repaid))]);
}

//# clean: the neighbours are numbers alone
//## share People.cs
[Stage]
public Neighbours Fit(TrainSet<Person> trainPeople) => Neighbours.Fit(trainPeople);

[Stage]
public double Hits(Neighbours fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## Neighbours.cs
public sealed record Known(double Income, bool Repaid);

public sealed record Neighbours(IReadOnlyList<Known> Cases)
{
    public bool Predict(double income) => Cases.OrderBy(one => Math.Abs(one.Income - income)).ThenBy(one => one.Repaid).First().Repaid;

    public static Neighbours Fit(IReadOnlyList<Person> people) => new([.. people.Select(person => new Known(person.Income, person.Repaid))]);
}

//# fault: the model of nearest neighbours keeps the rows themselves
//## share People.cs
[Stage]
public NearestModel Fit(TrainSet<Person> trainPeople) => {|MLP5002:new([.. trainPeople], 5)|};

[Stage]
public double Hits(NearestModel fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## NearestModel.cs
public sealed record NearestModel(IReadOnlyList<Person> Cases, int K)
{
    public bool Predict(double income) => Cases.OrderBy(one => Math.Abs(one.Income - income)).ThenBy(one => one.Name, StringComparer.Ordinal).Take(K).Count(one => one.Repaid) * 2 > K;
}

//# clean: the rows that the model keeps were masked
//## share People.cs
[Stage]
public NearestModel Fit(TrainSet<Person> trainPeople) =>
    new([.. trainPeople.Select(person => person with { Name = PersonalData.Mask(person.Name)!, Email = PersonalData.Mask(person.Email)! })], 5);

[Stage]
public double Hits(NearestModel fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## NearestModel.cs
public sealed record NearestModel(IReadOnlyList<Person> Cases, int K)
{
    public bool Predict(double income) => Cases.OrderBy(one => Math.Abs(one.Income - income)).ThenBy(one => one.Repaid).Take(K).Count(one => one.Repaid) * 2 > K;
}

//# fault: the names of a table of selectors
//## share People.cs
private static readonly Dictionary<string, Func<Person, string>> Texts = new() { ["town"] = person => person.Town, ["mail"] = person => person.Email };

[Stage]
public Words Fit(TrainSet<Person> trainPeople) => Words.Fit(trainPeople, {|MLP5002:Texts|});

[Stage]
public int Known(Words fit, TestSet<Person> testPeople) => testPeople.Count(person => fit.Counts.ContainsKey(person.Town));

//## Words.cs
public sealed record Words(SortedDictionary<string, int> Counts)
{
    public static Words Fit(IReadOnlyList<Person> people, Dictionary<string, Func<Person, string>> columns)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            foreach (var (_, column) in columns)
            {
                var word = column(person);
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return new Words(counts);
    }
}

//# fault: a trainer keeps in itself whom it has seen
//## share People.cs
[Stage]
public Nearest Fit(TrainSet<Person> trainPeople)
{
    var nearest = new Nearest();
    nearest.Fit(trainPeople);
    return {|MLP5002:nearest|};
}

[Stage]
public double Hits(Nearest fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## Nearest.cs
public sealed class Nearest
{
    public List<(string Who, double Income, bool Repaid)> Cases { get; init; } = [];

    public void Fit(IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            Cases.Add((person.Name, person.Income, person.Repaid));
        }
    }

    public bool Predict(double income) => Cases.MinBy(one => (Math.Abs(one.Income - income), one.Who)).Repaid;
}

//# clean: a trainer keeps in itself what people earn
//## share People.cs
[Stage]
public Nearest Fit(TrainSet<Person> trainPeople)
{
    var nearest = new Nearest();
    nearest.Fit(trainPeople);
    return nearest;
}

[Stage]
public double Hits(Nearest fit, TestSet<Person> testPeople) => testPeople.Average(person => fit.Predict(person.Income) == person.Repaid ? 1.0 : 0.0);

//## Nearest.cs
public sealed class Nearest
{
    public List<(double Income, bool Repaid)> Cases { get; init; } = [];

    public void Fit(IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            Cases.Add((person.Income, person.Repaid));
        }
    }

    public bool Predict(double income) => Cases.MinBy(one => (Math.Abs(one.Income - income), one.Repaid)).Repaid;
}
