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
