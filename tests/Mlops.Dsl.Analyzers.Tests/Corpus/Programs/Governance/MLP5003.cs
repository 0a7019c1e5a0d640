//# fault: the name is logged
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        context.Logger.LogInformation("read {Person}", {|MLP5003:person.Name|});
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: the name is part of an interpolated log line
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var worst = checkPeople.MaxBy(person => person.Income)!;
    var line = $"richest: {worst.Name}";
    context.Logger.LogWarning("{Line}", {|MLP5003:line|});
    return checkPeople.Average(person => person.Income);
}

//# fault: the name is in an exception's message
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople)
{
    foreach (var person in checkPeople)
    {
        if (person.Income > 1e6)
        {
            throw new InvalidOperationException({|MLP5003:$"{person.Name} earns too much"|});
        }
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: a helper logs what it is given
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        Note(context, person.Email);
    }

    return checkPeople.Average(person => person.Income);
}

private static void Note(StageContext context, string text) => context.Logger.LogInformation("note: {Text}", {|MLP5003:text|});

//# fault: the name is part of a metric's name
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        context.LogMetric({|MLP5003:"income of " + person.Name|}, person.Income);
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: progress tells whose row it is at
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    for (var i = 0; i < checkPeople.Count; i++)
    {
        var (name, _, _, _, _) = checkPeople[i];
        context.ReportProgress(i / (double)checkPeople.Count, {|MLP5003:name|});
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: a gate gives a name as its reason
//## share People.cs
[Stage]
public LoanModel Fit(TrainSet<Person> trainPeople) => new(trainPeople.Average(person => person.Income));

[Gate]
public GateResult Fair(LoanModel fit, TestSet<Person> testPeople)
{
    var refused = testPeople.FirstOrDefault(person => !fit.Predict(person));
    return refused is null ? GateResult.Pass("all get one") : GateResult.Refuse({|MLP5003:refused.Name + " gets no loan"|});
}

//# fault: through a closure that an event handler's shape hides
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var last = "";
    Action report = () => context.Logger.LogInformation("last: {Name}", {|MLP5003:last|});
    foreach (var person in checkPeople)
    {
        last = person.Name;
        report();
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: the whole row is logged
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.LogDebug("first row: {Row}", {|MLP5003:checkPeople[0]|});
    return checkPeople.Average(person => person.Income);
}

//# fault: out of an out parameter
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    Richest(checkPeople, out var name);
    context.Logger.LogInformation("{Name}", {|MLP5003:name|});
    return checkPeople.Average(person => person.Income);
}

private static void Richest(Validated<Person> people, out string name) => name = people.MaxBy(person => person.Income)!.Name;

//# clean: the name is masked
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        context.Logger.LogInformation("read {Person}", PersonalData.Mask(person.Name));
    }

    return checkPeople.Average(person => person.Income);
}

//# clean: how many names there are
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.LogInformation("{Count} names, {Share} with an address", checkPeople.Count, checkPeople.Count(person => person.Email.Length > 0));
    return checkPeople.Average(person => person.Income);
}

//# clean: another column of the row
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.LogInformation("first income: {Income}", checkPeople[0].Income);
    return checkPeople.Average(person => person.Income);
}

//# clean: the variable held a name once
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var text = checkPeople[0].Name;
    text = checkPeople.Count.ToString(CultureInfo.InvariantCulture);
    context.Logger.LogInformation("{Text}", text);
    return checkPeople.Average(person => person.Income);
}

//# clean: a column called Name that is not personal
[Source("towns.csv")]
public partial FileArtifact TownFile();

[Stage]
public int Read(FileArtifact townFile, StageContext context)
{
    var towns = townFile.ReadLines().Select(line => new Town(line)).ToList();
    context.Logger.LogInformation("first town: {Name}", towns[0].Name);
    return towns.Count;
}

//## Town.cs
public sealed record Town(string Name);
