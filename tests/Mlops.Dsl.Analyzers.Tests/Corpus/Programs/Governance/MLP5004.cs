//# fault: a list of names is an artifact
//## share People.cs
[Stage]
public IReadOnlyList<string> Names(Validated<Person> checkPeople) => {|MLP5004:[.. checkPeople.Select(person => person.Name)]|};

[Stage]
public int Size(IReadOnlyList<string> names) => names.Count;

//# fault: names are written into a file
//## share People.cs
[Stage]
public FileArtifact Mailing(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("mailing.txt")))
    {
        foreach (var person in checkPeople)
        {
            writer.WriteLine({|MLP5004:person.Email|});
        }
    }

    return context.GetFile("mailing.txt");
}

//# fault: a record that does not say that it holds a name
//## share People.cs
[Stage]
public Champion Best(Validated<Person> checkPeople)
{
    var best = checkPeople.MaxBy(person => person.Income)!;
    return {|MLP5004:new Champion(best.Name, best.Income)|};
}

[Stage]
public double BestIncome(Champion best) => best.Income;

//## Champion.cs
public sealed record Champion(string Who, double Income);

//# fault: an element of a tuple
//## share People.cs
[Stage]
public (int Rows, string Longest) Summary(Validated<Person> checkPeople) =>
    {|MLP5004:(checkPeople.Count, checkPeople.MaxBy(person => person.Name.Length)!.Name)|};

[Stage]
public int Both(int rows, string longest) => rows + longest.Length;

//# fault: a dictionary keyed by addresses
//## share People.cs
[Stage]
public Dictionary<string, double> Incomes(Validated<Person> checkPeople) =>
    {|MLP5004:checkPeople.GroupBy(person => person.Email).ToDictionary(group => group.Key, group => group.Max(person => person.Income))|};

[Stage]
public int Size(Dictionary<string, double> incomes) => incomes.Count;

//# clean: the artifact's type marks the name
//## share People.cs
[Stage]
public Champion Best(Validated<Person> checkPeople)
{
    var best = checkPeople.MaxBy(person => person.Income)!;
    return new Champion(best.Name, best.Income);
}

[Stage]
public double BestIncome(Champion best) => best.Income;

//## Champion.cs
public sealed record Champion([property: Pii] string Who, double Income);

//# clean: hashes, not names
//## share People.cs
[Secret]
public string Key { get; init; } = "";

[Stage]
public IReadOnlyList<string> Hashes(Validated<Person> checkPeople) => [.. checkPeople.Select(person => PersonalData.Hash(person.Name, Key))];

[Stage]
public int Size(IReadOnlyList<string> hashes) => hashes.Count;

//# clean: names group the rows and do not leave
//## share People.cs
[Stage]
public IReadOnlyList<double> Incomes(Validated<Person> checkPeople) =>
    [.. checkPeople.GroupBy(person => person.Name).Select(group => group.Sum(person => person.Income)).Order()];

[Stage]
public int Size(IReadOnlyList<double> incomes) => incomes.Count;

//# clean: declared to be harmless
//## share People.cs
[Stage]
public IReadOnlyList<string> Initials(Validated<Person> checkPeople) => [.. checkPeople.Select(person => Initial(person.Name)).Distinct().Order(StringComparer.Ordinal)];

[Stage]
public int Size(IReadOnlyList<string> initials) => initials.Count;

[Deidentifies("there are 26 of them for thousands of people")]
private static string Initial(string name) => name[..1];

//# fault: names in a JSON file
//## share People.cs
[Stage]
public FileArtifact Export(Validated<Person> checkPeople, StageContext context)
{
    using (var stream = context.CreateFile("people.json"))
    using (var writer = new StreamWriter(stream))
    {
        foreach (var person in checkPeople)
        {
            writer.WriteLine({|MLP5004:System.Text.Json.JsonSerializer.Serialize(person)|});
        }
    }

    return context.GetFile("people.json");
}

//# fault: JSON straight into the stream
//## share People.cs
[Stage]
public FileArtifact Export(Validated<Person> checkPeople, StageContext context)
{
    using (var stream = context.CreateFile("people.json"))
    {
        System.Text.Json.JsonSerializer.Serialize(stream, {|MLP5004:checkPeople.ToArray()|});
    }

    return context.GetFile("people.json");
}

//# fault: collected by an out parameter
//## share People.cs
[Stage]
public string[] Names(Validated<Person> checkPeople)
{
    Collect(checkPeople, out var names);
    return {|MLP5004:[.. names]|};
}

private static void Collect(IEnumerable<Person> people, out List<string> names) => names = [.. people.Select(person => person.Name)];

[Stage]
public int Count(string[] names) => names.Length;

//# fault: a lookup by an anonymous type
//## share People.cs
[Stage]
public string[] Names(Validated<Person> checkPeople)
{
    var pairs = checkPeople.Select(person => new { Key = person.Email.ToUpperInvariant(), person.Income }).OrderBy(pair => pair.Income).ToList();
    return {|MLP5004:[.. pairs.Select(pair => pair.Key)]|};
}

[Stage]
public int Count(string[] names) => names.Length;

//# clean: another column of an anonymous type
//## share People.cs
[Stage]
public double[] Incomes(Validated<Person> checkPeople)
{
    var pairs = checkPeople.Select(person => new { Key = person.Email.ToUpperInvariant(), person.Income }).OrderBy(pair => pair.Income).ToList();
    return [.. pairs.Select(pair => pair.Income)];
}

[Stage]
public int Count(double[] incomes) => incomes.Length;

//# clean: another element of a tuple, by a local function
//## share People.cs
[Stage]
public string[] Towns(Validated<Person> checkPeople)
{
    return [.. checkPeople.Select(Pair).Select(pair => pair.Town).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static (string Name, string Town) Pair(Person person) => (person.Name, person.Town);
}

[Stage]
public int Count(string[] towns) => towns.Length;

//# fault: a class is written as JSON, and its column is left out only where it is null
[Stage]
public Raw<Patient> Read() => new([new() { Name = "A" }]);

[Stage]
public string[] Lines(Raw<Patient> read) => [.. read.Select(patient => {|MLP5004:System.Text.Json.JsonSerializer.Serialize(patient)|})];

[Stage]
public int Count(string[] lines) => lines.Length;

//## Patient.cs
[Row]
public sealed partial class Patient
{
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [Range(0, 120)]
    public int Age { get; init; }
}

//# clean: a class whose personal column is never written
[Stage]
public Raw<Patient> Read() => new([new() { Name = "A" }]);

[Stage]
public string[] Lines(Raw<Patient> read) => [.. read.Select(patient => System.Text.Json.JsonSerializer.Serialize(patient))];

[Stage]
public int Count(string[] lines) => lines.Length;

//## Patient.cs
[Row]
public sealed partial class Patient
{
    [Pii, System.Text.Json.Serialization.JsonIgnore]
    public string? Name { get; init; }

    [Range(0, 120)]
    public int Age { get; init; }
}

//# clean: rows are written after their personal columns were dropped and masked
//## share People.cs
[Stage]
public FileArtifact Sample(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("sample.jsonl")))
    {
        foreach (var person in checkPeople)
        {
            var shown = person with { Name = PersonalData.Drop(person.Name) ?? "", Email = PersonalData.Mask(person.Email, 3) ?? "" };
            writer.WriteLine(System.Text.Json.JsonSerializer.Serialize(shown));
        }
    }

    return context.GetFile("sample.jsonl");
}

//# clean: a copy with constants for the personal columns
//## share People.cs
[Stage]
public string[] Lines(Validated<Person> checkPeople) =>
    [.. checkPeople.Select(person => System.Text.Json.JsonSerializer.Serialize(person with { Name = "", Email = "" }))];

[Stage]
public int Count(string[] lines) => lines.Length;

//# fault: one of two personal columns is dropped before the row is written
//## share People.cs
[Stage]
public string[] Lines(Validated<Person> checkPeople) =>
    [.. checkPeople.Select(person => {|MLP5004:System.Text.Json.JsonSerializer.Serialize(person with { Name = "" })|})];

[Stage]
public int Count(string[] lines) => lines.Length;

//# fault: the copy is dropped, and the row itself is written
//## share People.cs
[Stage]
public FileArtifact Sample(Validated<Person> checkPeople, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("sample.jsonl")))
    {
        foreach (var person in checkPeople)
        {
            var shown = person with { Name = PersonalData.Mask(person.Name) ?? "", Email = PersonalData.Mask(person.Email, 3) ?? "" };
            context.Logger.LogDebug("sampled {Person}", shown);
            writer.WriteLine({|MLP5004:System.Text.Json.JsonSerializer.Serialize(person)|});
        }
    }

    return context.GetFile("sample.jsonl");
}
