//# clean: a cache of lengths by name is summed up
//## share People.cs
[Stage]
public double MeanLength(Validated<Person> checkPeople, StageContext context)
{
    var cache = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    foreach (var person in checkPeople)
    {
        cache.GetOrAdd(person.Name, static name => name.Count(char.IsLetter));
    }

    context.Logger.LogInformation("{Count} names, {Longest} letters at most", cache.Count, cache.Values.Max());
    return cache.Values.Average();
}

//# clean: equality and hash of personal columns in a set decide about duplicates
//## share People.cs
[Stage]
public int Duplicates(Validated<Person> checkPeople, StageContext context)
{
    var seen = new HashSet<(string Name, string Email)>();
    var duplicates = 0;
    foreach (var person in checkPeople)
    {
        if (!seen.Add((person.Name, person.Email)))
        {
            duplicates++;
            context.LogMetric("duplicates", duplicates);
        }
    }

    context.Logger.LogInformation("{Duplicates} of {All} people are there twice", duplicates, checkPeople.Count);
    return duplicates;
}
