//# fault: names in a CSV that a writer class writes
//## share People.cs
[Stage]
public FileArtifact Export(Validated<Person> checkPeople, StageContext context)
{
    using (var stream = context.CreateFile("people.csv"))
    {
        using var csv = new CsvWriter(stream);
        csv.Header("town", "name");
        foreach (var person in checkPeople)
        {
            csv.Row(person.Town, person.Name);
        }
    }

    return context.GetFile("people.csv");
}

//## CsvWriter.cs
public sealed class CsvWriter(Stream stream) : IDisposable
{
    private readonly StreamWriter _writer = new(stream);

    public void Header(params ReadOnlySpan<string> names) => Row(names);

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            _writer.Write({|MLP5004:cell|});
            _writer.Write(',');
        }

        _writer.WriteLine();
    }

    public void Dispose() => _writer.Dispose();
}

//# fault: an index from address to row number
//## share People.cs
[Stage]
public SortedDictionary<string, int> Index(Validated<Person> checkPeople)
{
    var index = new SortedDictionary<string, int>(StringComparer.Ordinal);
    for (var i = 0; i < checkPeople.Count; i++)
    {
        index.TryAdd(checkPeople[i].Email, i);
    }

    return {|MLP5004:index|};
}

//# clean: towns by person count, by a nested group
//## share People.cs
[Stage]
public SortedDictionary<string, int> PerTown(Validated<Person> checkPeople)
{
    var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
    foreach (var group in checkPeople.GroupBy(person => person.Town))
    {
        counts[group.Key] = group.Select(person => person.Email).Distinct(StringComparer.Ordinal).Count();
    }

    return counts;
}

//# clean: a record that keeps the marks
//## share People.cs
[Stage]
public IReadOnlyList<Contact> Contacts(Validated<Person> checkPeople) => [.. from person in checkPeople where person.Income > 1e5 select new Contact(person.Name, person.Email) { Town = person.Town }];

//## Contact.cs
public sealed record Contact([property: Pii] string Name, [property: Pii] string Email)
{
    public string Town { get; init; } = "";
}

//# clean: a mask of our own, an age band and an encrypted file
//## share People.cs
[Stage]
public IReadOnlyList<string> Masked(Validated<Person> checkPeople) => [.. checkPeople.Select(person => Initial(person.Name)).Order(StringComparer.Ordinal)];

[Deidentifies("one letter of a name")]
private static string Initial(string name) => name.Length > 0 ? name[..1] : "";

//# clean: a bool by the address is counted in a dictionary
//## share People.cs
[Stage]
public IReadOnlyDictionary<bool, int> WithAddress(Validated<Person> checkPeople) =>
    checkPeople.GroupBy(person => person.Email == "").ToDictionary(group => group.Key, group => group.Count());

[Stage]
public IReadOnlyDictionary<string, int> Kinds(Validated<Person> checkPeople) =>
    checkPeople.CountBy(person => person is { Email: "" } ? "unknown" : "known").ToDictionary(StringComparer.Ordinal);

//# clean: an enum by the provider
//## share People.cs
[Stage]
public IReadOnlyDictionary<Provider, double> ByProvider(Validated<Person> checkPeople) =>
    checkPeople.GroupBy(person => ProviderOf(person.Email)).ToDictionary(group => group.Key, group => group.Average(person => person.Income));

private static Provider ProviderOf(string email) => email switch
{
    _ when email.EndsWith("@example.com", StringComparison.Ordinal) => Provider.Company,
    { Length: 0 } => Provider.None,
    _ => Provider.Private,
};

//## Provider.cs
public enum Provider { None, Private, Company }

//# fault: the artifact is a nested dictionary with names as inner keys
//## share People.cs
[Stage]
public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> PerTown(Validated<Person> checkPeople)
{
    var result = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
    foreach (var town in checkPeople.GroupBy(person => person.Town))
    {
        result[town.Key] = town.ToDictionary(person => person.Name, person => person.Income, StringComparer.Ordinal);
    }

    return {|MLP5004:result|};
}

//# fault: an async stage writes a line for each person with File.AppendAllText
//## share People.cs
[Stage]
public async Task<FileArtifact> Export(Validated<Person> checkPeople, StageContext context, CancellationToken cancellationToken)
{
    var path = Path.Combine(context.TemporaryDirectory, "people.txt");
    await File.WriteAllLinesAsync(path, {|MLP5004:checkPeople.Select(person => $"{person.Town};{person.Email}")|}, cancellationToken);
    return FileArtifact.FromPath(path);
}

//# clean: people are mapped, and the personal columns are dropped by a with expression
//## share People.cs
[Stage]
public IReadOnlyList<Person> Anonymous(Validated<Person> checkPeople) => [.. checkPeople.Select(person => person with { Name = "n/a", Email = "" })];

[Stage]
public double Mean(IReadOnlyList<Person> anonymous) => anonymous.Average(person => person.Income);

//# clean: counts by name are only summed and compared
//## share People.cs
[Stage]
public (int Distinct, int Repeated, double Share) Repeats(Validated<Person> checkPeople)
{
    var counts = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var person in checkPeople)
    {
        counts[person.Email] = counts.GetValueOrDefault(person.Email) + 1;
    }

    var repeated = counts.Values.Count(count => count > 1);
    return (counts.Count, repeated, repeated / (double)Math.Max(1, counts.Count));
}

//# clean: a map from name to town gives its towns
//## share People.cs
[Stage]
public IReadOnlyList<string> Towns(Validated<Person> checkPeople)
{
    var towns = checkPeople.DistinctBy(person => person.Email).ToDictionary(person => person.Email, person => person.Town, StringComparer.Ordinal);
    return [.. towns.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

//# fault: a map from town to names gives its names
//## share People.cs
[Stage]
public IReadOnlyList<string> Names(Validated<Person> checkPeople)
{
    var names = checkPeople.DistinctBy(person => person.Town).ToDictionary(person => person.Town, person => person.Name, StringComparer.Ordinal);
    return {|MLP5004:[.. names.Values.Order(StringComparer.Ordinal)]|};
}

//# fault: an ILookup by address, and its keys
//## share People.cs
[Stage]
public IReadOnlyList<string> Keys(Validated<Person> checkPeople)
{
    var lookup = checkPeople.ToLookup(person => person.Email, person => person.Town, StringComparer.Ordinal);
    return {|MLP5004:[.. lookup.Where(group => group.Count() > 1).Select(group => group.Key)]|};
}

//# clean: groups by address give the number of towns of each
//## share People.cs
[Stage]
public IReadOnlyList<int> TownsPerPerson(Validated<Person> checkPeople) =>
    [.. from person in checkPeople
        group person.Town by person.Email into towns
        let count = towns.Distinct(StringComparer.Ordinal).Count()
        orderby count descending
        select count];

//# fault: names and incomes are zipped into one report text
//## share People.cs
[Stage]
public string Report(Validated<Person> checkPeople)
{
    var names = checkPeople.Select(person => person.Name);
    var incomes = checkPeople.Select(person => person.Income.ToString("F0", CultureInfo.InvariantCulture));
    return {|MLP5004:string.Join('\n', names.Zip(incomes, (name, income) => name + ";" + income))|};
}

//# clean: only incomes of the zip get into the report text
//## share People.cs
[Stage]
public string Report(Validated<Person> checkPeople)
{
    var names = checkPeople.Select(person => person.Name);
    var incomes = checkPeople.Select(person => person.Income.ToString("F0", CultureInfo.InvariantCulture));
    return string.Join('\n', names.Zip(incomes, (name, income) => income));
}
