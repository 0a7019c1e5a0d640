//# fault: the model keeps the names that it has seen
//## share People.cs
[Stage]
public Known Fit(TrainSet<Person> trainPeople) => {|MLP5002:new([.. trainPeople.Select(person => person.Name).Order(StringComparer.Ordinal)])|};

[Stage]
public double Hits(Known fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Repaid) / (double)fit.Weights.Count;

//## Known.cs
public sealed record Known(IReadOnlyList<string> Weights);

//# fault: the vocabulary of a text model is made of e-mail addresses
//## share People.cs
[Stage]
public Vocabulary Fit(TrainSet<Person> trainPeople)
{
    var words = new SortedSet<string>(StringComparer.Ordinal);
    foreach (var person in trainPeople)
    {
        foreach (var word in person.Email.Split('@', '.'))
        {
            words.Add(word);
        }
    }

    return {|MLP5002:new Vocabulary([.. words])|};
}

[Stage]
public int Size(Vocabulary fit, TestSet<Person> testPeople) => fit.Words.Count * testPeople.Count;

//## Vocabulary.cs
public sealed record Vocabulary(IReadOnlyList<string> Words);

//# fault: a helper of another class makes the key
//## share People.cs
[Stage]
public Known Fit(TrainSet<Person> trainPeople) => {|MLP5002:new([.. trainPeople.Select(Keys.Of).Order(StringComparer.Ordinal)])|};

[Stage]
public int Size(Known fit, TestSet<Person> testPeople) => fit.Keys.Count * testPeople.Count;

//## Keys.cs
public sealed record Known(IReadOnlyList<string> Keys);

public static class Keys
{
    public static string Of(Person person) => person.Name.ToUpperInvariant() + person.Town;
}

//# fault: through a pattern
//## share People.cs
[Stage]
public Known Fit(TrainSet<Person> trainPeople)
{
    var names = new List<string>();
    foreach (var person in trainPeople)
    {
        if (person is { Repaid: false, Name: var name })
        {
            names.Add(name);
        }
    }

    return {|MLP5002:new Known(names)|};
}

[Stage]
public int Size(Known fit, TestSet<Person> testPeople) => fit.Names.Count * testPeople.Count;

//## Known.cs
public sealed record Known(IReadOnlyList<string> Names);

//# clean: the name is hashed on its way into the model
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public Known Fit(TrainSet<Person> trainPeople) => new([.. trainPeople.Select(person => PersonalData.Hash(person.Name, Key)).Order(StringComparer.Ordinal)]);

[Stage]
public double Hits(Known fit, TestSet<Person> testPeople) => testPeople.Count(person => person.Repaid) / (double)fit.Hashes.Count;

//## Known.cs
public sealed record Known(IReadOnlyList<string> Hashes);

//# clean: other columns of the same rows
//## share People.cs
[Stage]
public LoanModel Fit(TrainSet<Person> trainPeople) => new(trainPeople.Where(person => person.Repaid).Min(person => person.Income));

[Stage]
public int Lent(LoanModel fit, TestSet<Person> testPeople) => testPeople.Count(fit.Predict);

//# fault: the town of one person is personal where it is cut from the address
//## share People.cs
[Stage]
public Known Fit(TrainSet<Person> trainPeople)
{
    var providers = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var (_, email, _, _, _) in trainPeople)
    {
        var key = email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..];
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(providers, key, out _)++;
    }

    return {|MLP5002:new Known([.. providers.Keys.Order(StringComparer.Ordinal)])|};
}

[Stage]
public double Hits(Known fit, TestSet<Person> testPeople) => testPeople.Count / (double)fit.Keys.Count;

//## Known.cs
public sealed record Known(IReadOnlyList<string> Keys);

//# fault: an extension block reads the column
//## share People.cs
[Stage]
public Known Fit(TrainSet<Person> trainPeople) => {|MLP5002:new([.. trainPeople.Select(person => person.FirstName).Order(StringComparer.Ordinal)])|};

[Stage]
public double Hits(Known fit, TestSet<Person> testPeople) => testPeople.Count / (double)fit.Keys.Count;

//## Known.cs
public sealed record Known(IReadOnlyList<string> Keys);

public static class People
{
    extension(Person person)
    {
        public string FirstName => person.Name.Split(' ')[0];
    }
}

//# fault: a column of names is made numbers by its name, and they are among the features
//## share People.cs
//## share Columns.cs
[Stage]
public double Fit(TrainSet<Person> trainPeople)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(trainPeople);
    return context.Normalize("NameNumbers", {|MLP5002:nameof(Person.Name)|})
        .Append(context.Concatenate("Features", "NameNumbers", nameof(Person.Income)))
        .Append(context.Sdca(nameof(Person.Repaid)))
        .Fit(view);
}

[Gate]
public GateResult Good(double fit) => GateResult.AtLeast(fit, 1);

//# fault: samples are given the address, which a list of columns names
//## share People.cs
//## share Columns.cs
private static readonly string[] Inputs = [nameof(Asked.Income), {|MLP5002:"Contact"|}];

[Stage]
public double Fit(TrainSet<Person> trainPeople)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(trainPeople.Select(person => new Asked((float)person.Income, person.Email)));
    return context.Concatenate("Features", Inputs).Append(context.Sdca("Label")).Fit(view);
}

[Gate]
public GateResult Good(double fit) => GateResult.AtLeast(fit, 1);

public sealed record Asked(float Income, string Contact);

//# clean: the column of names is made another one, which is no feature
//## share People.cs
//## share Columns.cs
[Stage]
public double Fit(TrainSet<Person> trainPeople)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(trainPeople);
    return context.CopyColumns("Key", nameof(Person.Name))
        .Append(context.Concatenate("Features", nameof(Person.Income), nameof(Person.Town)))
        .Append(context.Sdca(nameof(Person.Repaid)))
        .Fit(view);
}

[Gate]
public GateResult Good(double fit) => GateResult.AtLeast(fit, 1);

//# clean: the names were dropped before the rows become columns
//## share People.cs
//## share Columns.cs
[Stage]
public double Fit(TrainSet<Person> trainPeople)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(trainPeople.Select(person => person with { Name = PersonalData.Mask(person.Name) ?? "" }));
    return context.Normalize("NameNumbers", nameof(Person.Name))
        .Append(context.Concatenate("Features", "NameNumbers", nameof(Person.Income)))
        .Append(context.Sdca(nameof(Person.Repaid)))
        .Fit(view);
}

[Gate]
public GateResult Good(double fit) => GateResult.AtLeast(fit, 1);
