//# fault: a generic extension logs whatever it is given
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    foreach (var c in checkPeople.Where(c => c.Income < 0))
    {
        {|MLP5003:context.Logger.Suspicious(c)|};
    }

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Suspicious<T>(this ILogger logger, T item) => logger.LogWarning("suspicious: {Item}", item);
}

//# fault: a generic extension makes a text of it
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    foreach (var c in checkPeople.Where(c => c.Income < 0))
    {
        context.Logger.Suspicious(c);
    }

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Suspicious<T>(this ILogger logger, T item) => Note(logger, $"suspicious: {item}");

    private static void Note(ILogger logger, string text) => {|MLP5003:logger.LogWarning("{Text}", text)|};
}

//# fault: a helper that takes any object
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:Logs.Dump(context.Logger, checkPeople[0])|};

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Dump(ILogger logger, object item) => logger.LogWarning("{Item}", item);
}

//# fault: a wrapper of the logger with a generic method
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var audit = new Audit(context.Logger);
    {|MLP5003:audit.Note("first", checkPeople[0])|};

    return checkPeople.Count;
}

//## Audit.cs
public sealed class Audit(ILogger logger)
{
    public void Note<T>(string what, T item) => logger.LogInformation("{What}: {Item}", what, item);
}

//# fault: a generic class that logs
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var audit = new Audit<Person>(context.Logger);
    {|MLP5003:audit.Note(checkPeople[0])|};

    return checkPeople.Count;
}

//## Audit.cs
public sealed class Audit<T>(ILogger logger)
{
    public void Note(T item) => logger.LogInformation("{Item}", item);
}

//# fault: a generic method of an interface
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, [FromServices] IAudit audit)
{
    {|MLP5003:audit.Note(checkPeople[0])|};
    return checkPeople.Count;
}

//## IAudit.cs
public interface IAudit
{
    void Note<T>(T item);
}

public sealed class LogAudit(ILogger<LogAudit> logger) : IAudit
{
    public void Note<T>(T item) => logger.LogInformation("{Item}", item);
}

//# fault: a lambda that logs is given away
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:Checks.Run(checkPeople, text => context.Logger.LogInformation("{Text}", text))|};

    return checkPeople.Count;
}

//## Checks.cs
public static class Checks
{
    public static void Run(IEnumerable<Person> checkPeople, Action<string> log)
    {
        foreach (var c in checkPeople)
        {
            log(c.Email);
        }
    }
}

//# fault: the console as a delegate
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    Action<string> print = Console.WriteLine;
    {|MLP5003:print(checkPeople[0].Email)|};

    return checkPeople.Count;
}

//# fault: a whole row in an interpolated text
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var line = $"odd: {checkPeople[0]}";
    {|MLP5003:context.Logger.LogInformation("{Line}", line)|};

    return checkPeople.Count;
}

//# fault: a generic helper makes the text
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:context.Logger.LogInformation("{Line}", Logs.Show(checkPeople[0]))|};

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static string Show<T>(T item) where T : notnull => "[" + item + "]";
}

//# fault: a scope with a dictionary
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    using var scope = {|MLP5003:context.Logger.BeginScope(new Dictionary<string, object> { ["who"] = checkPeople[0].Email })|};
    context.Logger.LogInformation("x");

    return checkPeople.Count;
}

//# fault: a helper begins a scope about a row
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    using var scope = {|MLP5003:context.Logger.About(checkPeople[0])|};
    context.Logger.LogInformation("x");

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static IDisposable? About<T>(this ILogger logger, T item) where T : notnull => logger.BeginScope(item);
}

//# fault: a generic guard throws
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    foreach (var c in checkPeople)
    {
        {|MLP5003:Guard.Positive(c, c.Income)|};
    }

    return checkPeople.Count;
}

//## Guard.cs
public static class Guard
{
    public static void Positive<T>(T item, double value)
    {
        if (value < 0)
        {
            throw new InvalidOperationException($"negative value of {item}");
        }
    }
}

//# fault: a generic method as a delegate
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:checkPeople.ToList().ForEach(Logs.Note)|};

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Note<T>(T item) => Console.WriteLine(item);
}

//# fault: a generic helper logs each row
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:Logs.All(context.Logger, checkPeople.Take(3))|};

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void All<T>(ILogger logger, IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            logger.LogInformation("{Item}", item);
        }
    }
}
