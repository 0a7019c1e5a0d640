//# fault: a row within a pair is taken apart
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    foreach (var (i, (name, _, _, _, _)) in checkPeople.Index())
    {
        context.ReportProgress(i / (double)checkPeople.Count, {|MLP5003:name|});
    }

    return checkPeople.Count;
}

//# fault: rows in pairs of pairs
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    foreach (var ((person, next), i) in checkPeople.Zip(checkPeople.Skip(1)).Select((pair, i) => (pair, i)))
    {
        var (_, (_, email, _, _, _)) = (i, next);
        context.Logger.LogInformation("Row {Row} follows {Email} in {Town}", i, {|MLP5003:email|}, person.Town);
    }

    return checkPeople.Count;
}

//# fault: groups by town are taken apart with their rows
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    var first = checkPeople.GroupBy(person => person.Town).ToDictionary(g => g.Key, g => g.First());
    foreach (var (town, (name, _, income, _, _)) in first)
    {
        context.Logger.LogInformation("{Town}: {Income}", town, income);
        context.Logger.LogInformation("First is {Name}", {|MLP5003:name|});
    }

    return first.Count;
}

//# fault: progress is told to whoever listens
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    IProgress<string> progress = new Progress<string>(text => context.ReportProgress(0.5, text));
    foreach (var person in checkPeople)
    {
        progress.Report({|MLP5003:$"Working on {person.Name}"|});
    }

    return checkPeople.Count;
}

//# clean: rows within pairs are taken apart, and nothing personal is told
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    foreach (var (i, (_, _, income, town, _)) in checkPeople.Index())
    {
        context.ReportProgress(i / (double)checkPeople.Count, $"{town}: {income > 1000}");
    }

    return checkPeople.Count;
}

//# clean: progress in numbers, and in counts by town
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, IProgress<double>? progress = null)
{
    var texts = new Progress<string>();
    foreach (var (i, person) in checkPeople.Index())
    {
        progress?.Report(i / (double)checkPeople.Count);
        ((IProgress<string>)texts).Report($"{person.Town}, {person.Name.Length} letters");
    }

    return checkPeople.Count;
}
