//# fault: a logger extension formats the person by name
//## share People.cs
[Stage]
public int Oldest(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople.Where(p => p.Income > 1e6))
    {
        context.Logger.Rich(person);
    }

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Rich(this ILogger logger, Person person) => logger.LogWarning("{Who} earns {Income}", {|MLP5003:person.Name|}, person.Income);
}

//# fault: LoggerMessage source generated style, written by hand with Define
//## share People.cs
private static readonly Action<ILogger, string, Exception?> Skipped = LoggerMessage.Define<string>(LogLevel.Information, new EventId(7), "skipped {Email}");

[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    var skipped = 0;
    foreach (var person in checkPeople)
    {
        if (person.Income < 1)
        {
            Skipped(context.Logger, {|MLP5003:person.Email|}, null);
            skipped++;
        }
    }

    return skipped;
}

//# fault: a custom exception keeps the name in its message, and is told once
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople)
{
    foreach (var person in checkPeople)
    {
        if (person.Income < 0)
        {
            throw new BadIncomeException({|MLP5003:person.Name|});
        }
    }

    return checkPeople.Average(person => person.Income);
}

//## BadIncomeException.cs
public sealed class BadIncomeException(string who) : Exception($"The income of {who} is negative.");

//# fault: an activity tag
//## share People.cs
private static readonly System.Diagnostics.ActivitySource Source = new("loans");

[Stage]
public double Mean(Validated<Person> checkPeople)
{
    using var activity = Source.StartActivity("mean");
    activity?.SetTag("richest", {|MLP5003:checkPeople.MaxBy(person => person.Income)!.Name|});
    return checkPeople.Average(person => person.Income);
}

//# fault: debug output with a string builder over a loop
//## share People.cs
[Stage]
public int Show(Validated<Person> checkPeople)
{
    var text = new System.Text.StringBuilder();
    foreach (var (name, _, income, _, _) in checkPeople.Take(5))
    {
        text.Append(CultureInfo.InvariantCulture, $"{name}: {income}").Append('\n');
    }

    System.Diagnostics.Debug.WriteLine({|MLP5003:text.ToString()|});
    return text.Length;
}

//# fault: problems of rejected rows are logged with the row
//## share People.cs
[Stage]
public int Rejected(Validated<Person> checkPeople, StageContext context)
{
    foreach (var reject in checkPeople.Report.Rejects)
    {
        context.Logger.LogWarning("row {Index} was rejected: {Row}", reject.Index, {|MLP5003:reject.Row|});
    }

    return checkPeople.Report.RowsRejected;
}

//# fault: a metrics wrapper injected by the container has the address among the tags
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var metrics = new PrefixedMetrics(context, "people");
    foreach (var person in checkPeople.Take(3))
    {
        metrics.Log(person.Email, person.Income);
    }

    return checkPeople.Average(person => person.Income);
}

//## PrefixedMetrics.cs
public sealed class PrefixedMetrics(StageContext context, string prefix)
{
    public void Log(string name, double value) => context.LogMetric({|MLP5003:$"{prefix}.{name}"|}, value);
}

//# clean: only the town and a count of a group go into the log
//## share People.cs
[Stage]
public int Towns(Validated<Person> checkPeople, StageContext context)
{
    foreach (var (town, people) in checkPeople.GroupBy(person => person.Town).Select(group => (group.Key, group.ToList())).OrderBy(pair => pair.Key, StringComparer.Ordinal))
    {
        context.Logger.LogInformation("{Town}: {Count} people, {Mean} on average", town, people.Count, people.Average(person => person.Income));
    }

    return checkPeople.Count;
}

//# clean: the length of names is a statistic
//## share People.cs
[Stage]
public double NameLength(Validated<Person> checkPeople, StageContext context)
{
    var mean = checkPeople.Average(person => person.Name.Length);
    context.LogMetric("name.length", mean);
    context.Logger.LogInformation("{Empty} of {All} people have no address", checkPeople.Count(person => person.Email.Length == 0), checkPeople.Count);
    return mean;
}

//# clean: the index of the person with the longest name
//## share People.cs
[Stage]
public int Longest(Validated<Person> checkPeople, StageContext context)
{
    var best = 0;
    for (var i = 1; i < checkPeople.Count; i++)
    {
        if (checkPeople[i].Name.Length > checkPeople[best].Name.Length)
        {
            best = i;
        }
    }

    context.Logger.LogInformation("row {Index}, town {Town}", best, checkPeople[best].Town);
    return best;
}

//# fault: the tag list of a counter holds an address
//## share People.cs
private static readonly System.Diagnostics.Metrics.Meter Meter = new("loans");
private static readonly System.Diagnostics.Metrics.Counter<long> Seen = Meter.CreateCounter<long>("seen");

[Stage]
public int Count(Validated<Person> checkPeople)
{
    foreach (var person in checkPeople)
    {
        Seen.Add(1, new KeyValuePair<string, object?>("who", {|MLP5003:person.Email|}));
    }

    return checkPeople.Count;
}

//# fault: a log with an object initializer and a nested interpolation
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    var first = checkPeople.First();
    var line = new LogLine { Level = 2, Text = $"first of {checkPeople.Count}: {(first.Income > 0 ? first.Name : "nobody")}" };
    context.Logger.LogInformation("{Line}", {|MLP5003:line.Text|});
    return checkPeople.Count;
}

//## LogLine.cs
public sealed class LogLine
{
    public int Level { get; init; }

    public required string Text { get; init; }
}

//# clean: the same object, and only its level is logged
//## share People.cs
[Stage]
public int Count(Validated<Person> checkPeople, StageContext context)
{
    var first = checkPeople.First();
    var line = new LogLine { Level = 2, Text = $"first of {checkPeople.Count}: {first.Name}" };
    context.Logger.LogInformation("{Line} {Length}", line.Level, line.Text.Length);
    return checkPeople.Count;
}

//## LogLine.cs
public sealed class LogLine
{
    public int Level { get; init; }

    public required string Text { get; init; }
}

//# fault: a generic result type carries the name as the error
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var incomes = new List<double>();
    foreach (var person in checkPeople)
    {
        var result = Income(person);
        if (result.Error is { } error)
        {
            context.Logger.LogWarning("skipped: {Error}", {|MLP5003:error|});
            continue;
        }

        incomes.Add(result.Value);
    }

    return incomes.Count == 0 ? 0 : incomes.Average();
}

private static Result<double> Income(Person person) => person.Income >= 0 ? new(person.Income, null) : new(0, "negative income of " + person.Name);

//## Result.cs
public readonly record struct Result<T>(T Value, string? Error);

//# fault: names go through a ConcurrentDictionary in Parallel.ForEach to the console
//## share People.cs
[Stage, NoCache]
public void Show(Validated<Person> checkPeople)
{
    var richest = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
    Parallel.ForEach(checkPeople, person => richest.AddOrUpdate(person.Town, person.Name, (_, old) => string.CompareOrdinal(old, person.Name) < 0 ? old : person.Name));
    foreach (var pair in richest.OrderBy(pair => pair.Key, StringComparer.Ordinal))
    {
        Console.WriteLine({|MLP5003:pair.Value|});
    }
}

//# fault: StringWriter, then Console.Out.Write in a local function
//## share People.cs
[Stage, NoCache]
public void Show(Validated<Person> checkPeople)
{
    using var writer = new StringWriter(CultureInfo.InvariantCulture);
    foreach (var person in checkPeople)
    {
        writer.Write(person.Email);
        writer.Write(';');
    }

    Flush();

    void Flush() => Console.Out.Write({|MLP5003:writer.ToString()|});
}

//# fault: a serializer with options prints a page of people
//## share People.cs
[Stage, NoCache]
public void Show(Validated<Person> checkPeople, StageContext context)
{
    var json = System.Text.Json.JsonSerializer.Serialize(checkPeople.Take(10).ToList(), new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    context.Logger.LogDebug("page: {Json}", {|MLP5003:json|});
}

//# clean: broken constraints are logged, which hold no personal values
//## share People.cs
[Stage]
public int Problems(Validated<Person> checkPeople, StageContext context)
{
    foreach (var broken in checkPeople.Report.BrokenConstraints)
    {
        context.Logger.LogWarning("{Column} breaks {Constraint} {Count} times: {Message}", broken.Column, broken.Constraint, broken.RowCount, broken.FirstMessage);
    }

    return checkPeople.Report.RowsRejected;
}

//# clean: the logger is given a count that a personal loop computed
//## share People.cs
[Stage]
public int Domains(Validated<Person> checkPeople, StageContext context)
{
    var domains = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    foreach (var person in checkPeople)
    {
        if (person.Email.Split('@') is [_, var domain])
        {
            domains.Add(domain);
        }
    }

    context.Logger.LogInformation("{Stage}: {Count} domains in {Town}", context.Stage, domains.Count, checkPeople[0].Town);
    return domains.Count;
}

//# fault: a hash set of domains is logged
//## share People.cs
[Stage]
public int Domains(Validated<Person> checkPeople, StageContext context)
{
    var domains = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
    foreach (var person in checkPeople)
    {
        if (person.Email.Split('@') is [_, var domain])
        {
            domains.Add(domain);
        }
    }

    context.Logger.LogInformation("{Stage}: {Count} domains: {Domains}", context.Stage, domains.Count, {|MLP5003:string.Join(", ", domains)|});
    return domains.Count;
}

//# fault: validation messages made by hand are collected and thrown together
//## share People.cs
[Stage]
public int Verify(Validated<Person> checkPeople)
{
    var problems = new List<string>();
    for (var i = 0; i < checkPeople.Count; i++)
    {
        var (name, email, _, town, _) = checkPeople[i];
        if (!email.Contains('@', StringComparison.Ordinal))
        {
            problems.Add($"row {i}: '{email}' is no address");
        }

        if (town.Length == 0)
        {
            problems.Add($"row {i}: no town");
        }
    }

    return problems.Count == 0 ? checkPeople.Count : throw new InvalidDataException({|MLP5003:string.Join(Environment.NewLine, problems)|});
}

//# clean: validation messages made by hand name rows and columns
//## share People.cs
[Stage]
public int Verify(Validated<Person> checkPeople)
{
    var problems = new List<string>();
    for (var i = 0; i < checkPeople.Count; i++)
    {
        var person = checkPeople[i];
        if (!person.Email.Contains('@', StringComparison.Ordinal))
        {
            problems.Add($"row {i}: {nameof(person.Email)} is no address");
        }

        if (person is { Town.Length: 0, Name: not "" })
        {
            problems.Add($"row {i}: no town");
        }
    }

    return problems.Count == 0 ? checkPeople.Count : throw new InvalidDataException(string.Join('\n', problems));
}

//# fault: a class of a caught exception's data is logged, which holds the name
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var sum = 0.0;
    foreach (var person in checkPeople)
    {
        try
        {
            sum += Logarithm(person);
        }
        catch (ArgumentOutOfRangeException)
        {
            context.Logger.LogWarning("no logarithm for {Person}", {|MLP5003:person|});
        }
    }

    return sum / checkPeople.Count;
}

private static double Logarithm(Person person) => person.Income > 0 ? Math.Log(person.Income) : throw new ArgumentOutOfRangeException(nameof(person));
