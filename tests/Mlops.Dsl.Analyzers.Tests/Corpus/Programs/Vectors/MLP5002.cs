//# fault: the letters of a mail address are counted over a span, and the counts are the model
//## share People.cs
[Stage]
public Letters Fit(TrainSet<Person> trainPeople)
{
    var counts = new int[64];
    foreach (var person in trainPeople)
    {
        Bigrams.Count(person.Email, counts);
    }

    return {|MLP5002:new Letters(counts)|};
}

[Stage]
public double Hits(Letters fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Income > fit.Counts[0]) / (double)testPeople.Count;

//## Letters.cs
public sealed record Letters(int[] Counts);

public static class Bigrams
{
    public static void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        for (var i = 1; i < text.Length; i++)
        {
            counts[((text[i - 1] * 7) + text[i]) % counts.Length]++;
        }
    }
}

//# fault: a bucket of the name is lit in a vector, and a perceptron learns of the vectors
//## share People.cs
[Stage]
public Perceptron Fit(TrainSet<Person> trainPeople)
{
    var weights = new double[17];
    foreach (var person in trainPeople)
    {
        var x = Encoder.Encode(person);
        var error = (person.Repaid ? 1 : 0) - x.Zip(weights, (value, weight) => value * weight).Sum();
        for (var i = 0; i < x.Length; i++)
        {
            weights[i] += 0.1 * error * x[i];
        }
    }

    return {|MLP5002:new Perceptron(weights)|};
}

[Stage]
public double Hits(Perceptron fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Income * fit.Weights[0] > 0.5) / (double)testPeople.Count;

//## Perceptron.cs
public sealed record Perceptron(double[] Weights);

public static class Encoder
{
    public static double[] Encode(Person person)
    {
        var values = new double[17];
        values[0] = person.Income;
        var sum = 0;
        foreach (var letter in person.Name)
        {
            sum += letter;
        }

        values[1 + (sum % 16)] = 1;
        return values;
    }
}

//# fault: a base class takes the mean of what an override describes a person by
//## share People.cs
[Stage]
public Centre Fit(TrainSet<Person> trainPeople) => {|MLP5002:new PersonCentres().Learn(trainPeople)|};

[Stage]
public double Hits(Centre fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Income > fit.Values[0]) / (double)testPeople.Count;

//## Centre.cs
public sealed record Centre(double[] Values);

public abstract class Centres<T>
{
    public Centre Learn(IReadOnlyCollection<T> rows)
    {
        var vectors = rows.Select(Describe).ToList();
        return new Centre([.. Enumerable.Range(0, vectors[0].Length).Select(i => vectors.Average(vector => vector[i]))]);
    }

    protected abstract double[] Describe(T row);
}

public sealed class PersonCentres : Centres<Person>
{
    protected override double[] Describe(Person row) => [row.Income, row.Name[0] - 'A'];
}

//# clean: an override describes a person by what is not personal
//## share People.cs
[Stage]
public Centre Fit(TrainSet<Person> trainPeople) => new PersonCentres().Learn(trainPeople);

[Stage]
public double Hits(Centre fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Income > fit.Values[0]) / (double)testPeople.Count;

//## Centre.cs
public sealed record Centre(double[] Values);

public abstract class Centres<T>
{
    public Centre Learn(IReadOnlyCollection<T> rows)
    {
        var vectors = rows.Select(Describe).ToList();
        return new Centre([.. Enumerable.Range(0, vectors[0].Length).Select(i => vectors.Average(vector => vector[i]))]);
    }

    protected abstract double[] Describe(T row);
}

public sealed class PersonCentres : Centres<Person>
{
    protected override double[] Describe(Person row) => [row.Income, row.Town.Length];
}

//# clean: the bucket of a pseudonym
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public Letters Fit(TrainSet<Person> trainPeople)
{
    var counts = new int[16];
    foreach (var person in trainPeople)
    {
        counts[PersonalData.Hash(person.Email, Key)[0] % 16]++;
    }

    return new Letters(counts);
}

[Stage]
public double Hits(Letters fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Income > fit.Counts[0]) / (double)testPeople.Count;

//## Letters.cs
public sealed record Letters(int[] Counts);

//# clean: how long names are is shown beside the model
//## share People.cs
[Stage]
public LoanModel Fit(TrainSet<Person> trainPeople) => new(trainPeople.Where(person => person.Repaid).Min(person => person.Income));

[Stage]
public int[] Initials(TrainSet<Person> trainPeople)
{
    var counts = new int[26];
    foreach (var person in trainPeople)
    {
        counts[(person.Name[0] - 'A') % 26]++;
    }

    return counts;
}

[Stage]
public double Hits(LoanModel fit, TestSet<Person> testPeople, int[] initials) => testPeople.Count(fit.Predict) / (double)(testPeople.Count + initials[0]);
