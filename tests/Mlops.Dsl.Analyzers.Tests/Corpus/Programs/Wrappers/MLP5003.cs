//# fault: a partial log method is given a row
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    {|MLP5003:Log.Odd(context.Logger, checkPeople[0])|};

    return checkPeople.Count;
}

//## Log.cs
public static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "odd {Who}")]
    public static partial void Odd(ILogger logger, object who);

    public static partial void Odd(ILogger logger, object who) => logger.LogInformation("odd {Who}", who);
}

//# fault: a log method behind another
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    Log.Odd(context.Logger, checkPeople[0]);

    return checkPeople.Count;
}

//## Log.cs
public static partial class Log
{
    public static void Odd(ILogger logger, Person c) => {|MLP5003:Write(logger, c.Email)|};

    [LoggerMessage(Level = LogLevel.Information, Message = "odd {Who}")]
    private static partial void Write(ILogger logger, string who);

    private static partial void Write(ILogger logger, string who) => logger.LogInformation("odd {Who}", who);
}

//# fault: an exception of its own is told once
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople)
{
    foreach (var c in checkPeople)
    {
        if (c.Income < 0)
        {
            {|MLP5003:throw new BadPersonException(c.Email)|};
        }
    }

    return checkPeople.Count;
}

//## BadPersonException.cs
public sealed class BadPersonException(string who) : Exception($"bad: {who}")
{
    public string Who => who;
}

//# clean: a generic logger is given another column
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    foreach (var c in checkPeople.Where(c => c.Income < 0))
    {
        context.Logger.Suspicious(c.Town);
        context.Logger.Suspicious(checkPeople.Count);
        context.Logger.Suspicious((c.Town, c.Income));
    }

    return checkPeople.Count;
}

//## Logs.cs
public static class Logs
{
    public static void Suspicious<T>(this ILogger logger, T item) => logger.LogWarning("suspicious: {Item}", item);
}

//# clean: generic helpers that only count and sort
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.CountAll(checkPeople);
    var shuffled = Tools.Shuffled(checkPeople, 3);
    context.Logger.LogInformation("{Town} {Income}", shuffled[0].Town, shuffled.Count);

    return checkPeople.Count;
}

//## Tools.cs
public static class Tools
{
    public static int CountAll<T>(this ILogger logger, IReadOnlyCollection<T> items)
    {
        logger.LogInformation("{Count} of {Type}", items.Count, typeof(T).Name);
        return items.Count;
    }

    public static List<T> Shuffled<T>(IEnumerable<T> items, int seed) => items.OrderBy(_ => seed).ToList();
}

//# clean: a generic helper shows what a lambda picks
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    Tools.Each(checkPeople, c => c.Town, text => context.Logger.LogInformation("{Text}", text));

    return checkPeople.Count;
}

//## Tools.cs
public static class Tools
{
    public static void Each<T>(IEnumerable<T> items, Func<T, string> show, Action<string> log)
    {
        foreach (var item in items)
        {
            log(show(item));
        }
    }
}

//# clean: a generic helper compares
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    Tools.Same(checkPeople[0], checkPeople[1], context.Logger);

    return checkPeople.Count;
}

//## Tools.cs
public static class Tools
{
    public static bool Same<T>(T left, T right, ILogger logger)
    {
        var same = EqualityComparer<T>.Default.Equals(left, right);
        logger.LogInformation("{Same}", same);
        return same;
    }
}

//# clean: a generic guard names the argument
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var first = Guard.NotNull(checkPeople.FirstOrDefault(), nameof(checkPeople));
    context.Logger.LogInformation("{Town}", first.Town);

    return checkPeople.Count;
}

//## Guard.cs
public static class Guard
{
    public static T NotNull<T>(T? item, string name) => item ?? throw new InvalidOperationException($"{name} is missing");
}

//# clean: a generic batch prints its size
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var batch = new Batch<Person>(checkPeople.Take(5).ToList());
    context.Logger.LogInformation("{Batch}, {Income}", batch, batch.Items.Sum(c => c.Income));

    return checkPeople.Count;
}

//## Batch.cs
public sealed class Batch<T>(IReadOnlyList<T> items)
{
    public IReadOnlyList<T> Items => items;

    public override string ToString() => $"{items.Count} items";
}

//# clean: a generic cache logs its size
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var cache = new Cache<string, int>();
    foreach (var c in checkPeople)
    {
        cache.Get(c.Town, city => city.Length, context.Logger);
    }

    return checkPeople.Count;
}

//## Cache.cs
public sealed class Cache<TKey, TValue> where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    public TValue Get(TKey key, Func<TKey, TValue> make, ILogger logger)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            value = make(key);
            _values[key] = value;
            logger.LogDebug("{Count} values", _values.Count);
        }

        return value;
    }
}

//# clean: a generic retry logs attempts
//## share People.cs
[Stage]
public int Odd(Validated<Person> checkPeople, StageContext context)
{
    var orders = Retry.Run(checkPeople[0], c => c.Income, context.Logger);
    context.Logger.LogInformation("{Income}", orders);

    return checkPeople.Count;
}

//## Retry.cs
public static class Retry
{
    public static TResult Run<T, TResult>(T input, Func<T, TResult> work, ILogger logger)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return work(input);
            }
            catch (IOException e) when (attempt < 3)
            {
                logger.LogWarning(e, "attempt {Attempt} failed", attempt);
            }
        }
    }
}
