//# clean: people's towns are keys, their rows stay marked
//## share People.cs
[Stage]
public IReadOnlyDictionary<string, Person> Richest(Validated<Person> checkPeople) =>
    checkPeople.GroupBy(person => person.Town, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(person => person.Income)!, StringComparer.Ordinal);

//# fault: people's rows stay marked, but their addresses are the keys
//## share People.cs
[Stage]
public IReadOnlyDictionary<string, Person> ByAddress(Validated<Person> checkPeople) =>
    {|MLP5004:checkPeople.DistinctBy(person => person.Email).ToDictionary(person => person.Email, person => person, StringComparer.Ordinal)|};

//# clean: a nested dictionary of rows by town and band
//## share People.cs
[Stage]
public IReadOnlyDictionary<string, Dictionary<int, List<Person>>> Bands(Validated<Person> checkPeople)
{
    var bands = new Dictionary<string, Dictionary<int, List<Person>>>(StringComparer.Ordinal);
    foreach (var person in checkPeople)
    {
        if (!bands.TryGetValue(person.Town, out var town))
        {
            bands[person.Town] = town = [];
        }

        var band = (int)(person.Income / 10_000);
        if (!town.TryGetValue(band, out var people))
        {
            town.Add(band, people = []);
        }

        people.Add(person);
    }

    return bands;
}
