//# fault: a static abstract clock
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Year<Wall>();

private static int Year<T>()
    where T : IClock => T.Now.Year;

//## Clocks.cs
public interface IClock
{
    static abstract DateTime Now { get; }
}

public sealed class Wall : IClock
{
    public static DateTime Now => {|MLP4001:DateTime.Now|};
}

//# clean: how long it took is logged, by way of a helper object
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var sum = docs.Sum(doc => doc.ReadAllText().Length);
    context.LogMetric("seconds", watch.Elapsed.TotalSeconds);
    return sum;
}

//# clean: printed to the console
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Console.WriteLine($"{DateTime.UtcNow:O} counting {docs.Count} files");
    return docs.Count;
}

//# clean: an elapsed time decides when progress is reported
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var last = Environment.TickCount64;
    for (var i = 0; i < docs.Count; i++)
    {
        if (Environment.TickCount64 - last > 1000)
        {
            context.ReportProgress((double)i / docs.Count);
            last = Environment.TickCount64;
        }
    }

    return docs.Count;
}

//# clean: the time zone of a date that is given
//## share Docs.cs
[Parameter]
public DateTime AsOf { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

[Stage]
public int Count(FileSet docs) => docs.Count + (AsOf.Date - DateTime.UnixEpoch).Days;
