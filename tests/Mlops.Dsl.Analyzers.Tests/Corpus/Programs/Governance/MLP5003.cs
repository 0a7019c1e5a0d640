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

//# fault: a name goes to the console by way of a tuple
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople)
{
    var (name, income) = checkPeople.Select(person => (person.Name, person.Income)).MaxBy(pair => pair.Income);
    Console.WriteLine({|MLP5003:name|});
    return income;
}

//# fault: a generated log method
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        Log(context.Logger, {|MLP5003:person.Email|});
    }

    return checkPeople.Average(person => person.Income);
}

[LoggerMessage(Level = LogLevel.Information, Message = "read {Email}")]
private static partial void Log(ILogger logger, string email);

//## Log.cs
public sealed partial class TestPipeline
{
    private static partial void Log(ILogger logger, string email)
    {
    }
}

//# fault: a scope of the logger
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        using var scope = context.Logger.BeginScope({|MLP5003:person.Email|});
        context.Logger.LogInformation("read");
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: a delegate in a static field prints
//## share People.cs
private static readonly Action<string> Print = text => Console.WriteLine({|MLP5003:text|});

[Stage]
public double Mean(Validated<Person> checkPeople)
{
    foreach (var person in checkPeople)
    {
        Print(person.Name);
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: a whole row is printed by a pattern
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople)
{
    object first = checkPeople[0];
    if (first is Person { Income: > 1e6 } rich)
    {
        throw new InvalidDataException({|MLP5003:$"too rich: {rich}"|});
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: a failed row is in the exception of an iterator
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople) => Incomes(checkPeople).Average();

private static IEnumerable<double> Incomes(IEnumerable<Person> people)
{
    foreach (var person in people)
    {
        yield return person.Income >= 0 ? person.Income : throw new InvalidDataException({|MLP5003:"negative income of " + person.Name|});
    }
}

//# clean: the masked address
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        var address = PersonalData.Mask(person.Email, 2);
        context.Logger.LogInformation("read {Email}, {Length}, {Town}", address, person.Name.Length, person.Town);
    }

    return checkPeople.Average(person => person.Income);
}

//# clean: names are only compared
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var doubles = checkPeople.GroupBy(person => person.Email, StringComparer.Ordinal).Where(group => group.Count() > 1).ToList();
    context.Logger.LogInformation("{Count} addresses are there twice, at most {Most} times", doubles.Count, doubles.Count == 0 ? 0 : doubles.Max(group => group.Count()));
    var hasAdmin = checkPeople.Any(person => string.Equals(person.Name, "admin", StringComparison.Ordinal));
    context.Logger.LogInformation("{HasAdmin}", hasAdmin);
    return checkPeople.Average(person => person.Income);
}

//# clean: the rejected rows' number and columns
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.LogInformation("{Rejected} rows of {Rows} are invalid", checkPeople.Report.Rejects.Count, checkPeople.Count);
    return checkPeople.Average(person => person.Income);
}

//# fault: the name is the key of a dictionary that is printed
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var incomes = checkPeople.ToDictionary(person => person.Name, person => person.Income, StringComparer.Ordinal);
    foreach (var (name, _) in incomes)
    {
        context.Logger.LogInformation("{Name}", {|MLP5003:name|});
    }

    return checkPeople.Average(person => person.Income);
}

//# fault: through an async stream and a list pattern
//## share People.cs
[Stage]
public async Task<double> Mean(Validated<Person> checkPeople, StageContext context)
{
    await foreach (var parts in Names(checkPeople))
    {
        if (parts is [var first, ..])
        {
            context.Logger.LogInformation("{First}", {|MLP5003:first|});
        }
    }

    return checkPeople.Average(person => person.Income);
}

private static async IAsyncEnumerable<string[]> Names(IEnumerable<Person> people)
{
    foreach (var person in people)
    {
        await Task.Yield();
        yield return person.Name.Split(' ');
    }
}

//# fault: a metric is called by the person's name
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

//# fault: an extension block makes the text
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        context.ReportProgress(0.5, {|MLP5003:person.Caption|});
    }

    return checkPeople.Average(person => person.Income);
}

//## Captions.cs
public static class Captions
{
    extension(Person person)
    {
        public string Caption => $"{person.Name} ({person.Town})";
    }
}
