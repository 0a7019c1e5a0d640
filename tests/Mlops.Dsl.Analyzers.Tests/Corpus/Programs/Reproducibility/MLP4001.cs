//# fault: a helper of a helper
[Stage]
public DateTime Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static DateTime Make() => Inner.Make(); }

public static class Inner { public static DateTime Make() => {|MLP4001:DateTime.UtcNow|}; }

//# fault: a local function
[Stage]
public DateTime Make()
{
    return Inner();

    DateTime Inner() => {|MLP4001:DateTime.UtcNow|};
}

//# fault: a lambda in a local
[Stage]
public DateTime Make()
{
    Func<DateTime> make = () => {|MLP4001:DateTime.UtcNow|};
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public DateTime Make() => Runner.Run(() => {|MLP4001:DateTime.UtcNow|});

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public DateTime Make()
{
    var (made, _) = ({|MLP4001:DateTime.UtcNow|}, 1);
    return made;
}

//# fault: a pattern
[Stage]
public DateTime Make() => {|MLP4001:DateTime.UtcNow|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public DateTime Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out DateTime made) => made = {|MLP4001:DateTime.UtcNow|};

//# fault: an async stream
[Stage]
public async Task<DateTime> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<DateTime> Stream()
{
    await Task.Yield();
    yield return {|MLP4001:DateTime.UtcNow|};
}

//# fault: an override of a base class
[Stage]
public DateTime Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract DateTime Make(); }

public sealed class OwnMaker : Maker { public override DateTime Make() => {|MLP4001:DateTime.UtcNow|}; }

//# clean: it only shows how long it took
[Stage]
public int Fit(StageContext context)
{
    var start = DateTime.UtcNow;
    context.LogMetric("seconds", (DateTime.UtcNow - start).TotalSeconds);
    return 1;
}

//# clean: an exception tells when
[Stage]
public int Fit(StageContext context) =>
    context.ElementIndex is null ? 1 : throw new InvalidOperationException($"fitted at {DateTimeOffset.UtcNow}");

//# clean: nobody calls the helper
[Stage]
public int Fit() => 1;

private static DateTime Unused() => DateTime.Now;

//# clean: a result of each run
[Stage, NoCache]
public DateTime StartedAt() => DateTime.UtcNow;

//# clean: a stopwatch
[Stage]
public int Fit(StageContext context)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    context.LogMetric("seconds", watch.Elapsed.TotalSeconds);
    return 1;
}

//# clean: the date of a parameter
[Parameter]
public DateTime AsOf { get; init; } = DateTime.UtcNow;

[Stage]
public int Year() => AsOf.Year;

//# fault: the year of the run is in the result
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + {|MLP4001:DateTime.Now|}.Year;

//# fault: the coordinated time is no better
//## share Docs.cs
[Stage]
public string Stamp(FileSet docs) => docs.Count.ToString(CultureInfo.InvariantCulture) + {|MLP4001:DateTimeOffset.UtcNow|}.ToString("O", CultureInfo.InvariantCulture);

//# fault: today's date
//## share Docs.cs
[Stage]
public int Age(FileSet docs) => {|MLP4001:DateTime.Today|}.DayOfYear - docs.Count;

//# fault: through the system's time provider
//## share Docs.cs
[Stage]
public long Ticks(FileSet docs) => {|MLP4001:TimeProvider.System|}.GetUtcNow().Ticks + docs.Count;

//# fault: the time since the machine started
//## share Docs.cs
[Stage]
public long Ticks(FileSet docs) => {|MLP4001:Environment.TickCount64|} + docs.Count;

//# fault: a helper of another class reads it
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Ages.Now();

//## Ages.cs
public static class Ages
{
    public static int Now() => {|MLP4001:DateTime.Now|}.Year;
}

//# fault: a helper of a helper, in an extension method
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Aged();

//## Ages.cs
public static class Ages
{
    public static int Aged(this FileSet files) => files.Count + Years();

    private static int Years() => {|MLP4001:DateTime.UtcNow|}.Year;
}

//# fault: a property of a base class
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => new Report().Year + docs.Count;

//## Report.cs
public class Dated
{
    public int Year => {|MLP4001:DateTime.Now|}.Year;
}

public sealed class Report : Dated;

//# fault: a lambda reads it for every row
//## share Docs.cs
[Stage]
public IReadOnlyList<long> Ages(FileSet docs) => [.. docs.Select(doc => {|MLP4001:DateTime.UtcNow|}.Ticks - doc.Length)];

//# fault: a local function reads it
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    return docs.Count + Year();

    static int Year() => {|MLP4001:DateTime.Now|}.Year;
}

//# fault: an override that an interface calls
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    IAger ager = new Ager();
    return docs.Count + ager.Age();
}

//## Ager.cs
public interface IAger
{
    int Age();
}

public sealed class Ager : IAger
{
    public int Age() => {|MLP4001:DateTime.Now|}.Year;
}

//# fault: an async stream yields it
//## share Docs.cs
[Stage]
public async Task<List<long>> Stamps(FileSet docs, CancellationToken cancellation)
{
    var stamps = new List<long>();
    await foreach (var stamp in Read(docs, cancellation))
    {
        stamps.Add(stamp);
    }

    return stamps;
}

private static async IAsyncEnumerable<long> Read(FileSet docs, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
{
    foreach (var doc in docs)
    {
        await Task.Delay(1, cancellation);
        yield return doc.Length + {|MLP4001:DateTime.UtcNow|}.Ticks;
    }
}

//# fault: the initializer of a record that the stage makes
//## share Docs.cs
[Stage]
public Stamped Make(FileSet docs) => new(docs.Count);

//## Stamped.cs
public sealed record Stamped(int Count)
{
    public DateTime At { get; init; } = {|MLP4001:DateTime.UtcNow|};
}

//# fault: a generic helper calls what it is given
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Count + Once(() => {|MLP4001:DateTime.UtcNow|}.Ticks);

private static T Once<T>(Func<T> make) => make();

//# fault: the method is passed as a method group
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Sum(Age);

private static long Age(FileArtifact file) => {|MLP4001:DateTime.UtcNow|}.Ticks - file.Length;

//# fault: through an out parameter
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    Read(out var now);
    return docs.Count + now;
}

private static void Read(out long now) => now = {|MLP4001:DateTime.UtcNow|}.Ticks;

//# fault: rows younger than a year
//## share Docs.cs
[Stage]
public IReadOnlyList<int> Young(FileSet docs)
{
    var limit = {|MLP4001:DateTime.Today|}.AddYears(-1).Year;
    return [.. docs.Select(doc => (int)doc.Length).Where(year => year > limit)];
}

//# clean: how long it took is logged
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var started = DateTime.UtcNow;
    var count = docs.Sum(doc => doc.ReadLines().Count());
    context.Logger.LogInformation("took {Time}", DateTime.UtcNow - started);
    return count;
}

//# clean: a stopwatch feeds a metric
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var count = docs.Sum(doc => doc.ReadLines().Count());
    context.LogMetric("seconds", watch.Elapsed.TotalSeconds);
    return count;
}

//# clean: the stage is never cached
//## share Docs.cs
[Stage, NoCache]
public string Stamp(FileSet docs) => docs.Count.ToString(CultureInfo.InvariantCulture) + DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);

//# clean: nothing that a stage calls
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

public static string Banner() => "started " + DateTime.Now.ToString("O", CultureInfo.InvariantCulture);

//# clean: the day is a parameter of the run
//## share Docs.cs
[Parameter]
public DateOnly Today { get; init; } = new(2026, 1, 1);

[Stage]
public int Age(FileSet docs) => Today.DayOfYear - docs.Count;

//# clean: dates that are computed, not read
//## share Docs.cs
[Stage]
public int Days(FileSet docs) => (new DateTime(2026, 1, 1).AddDays(docs.Count) - DateTime.UnixEpoch).Days;

//# clean: a property of the user's own that is called Now
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Clock.Now.Ticks;

//## Clock.cs
public readonly record struct Clock(int Ticks)
{
    public static Clock Now => new(3);
}

//# fault: the clock is a delegate in a static field
//## share Docs.cs
private static readonly Func<DateTime> Now = () => {|MLP4001:DateTime.UtcNow|};

[Stage]
public int Count(FileSet docs) => docs.Count + Now().Day;

//# fault: an extension block's property
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + docs.Age;

//## Extensions.cs
public static class Extensions
{
    extension(FileSet files)
    {
        public int Age => ({|MLP4001:DateTime.Now|} - DateTime.UnixEpoch).Days - files.Count;
    }
}

//# fault: a field of the pipeline
//## share Docs.cs
private readonly DateTime _start = {|MLP4001:DateTime.UtcNow|};

[Stage]
public int Count(FileSet docs) => docs.Count + _start.Day;

//# fault: a default of a record's primary constructor's body
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + new Card("x").Created.Year;

//## Card.cs
public sealed record Card(string Name)
{
    public DateTimeOffset Created { get; init; } = {|MLP4001:DateTimeOffset.UtcNow|};
}

//# fault: a time-based decay in a recommender, in query syntax
//## share Docs.cs
[Stage]
public double[] Weights(FileSet docs) => [.. from doc in docs let age = {|MLP4001:DateTime.UtcNow|} - DateTime.UnixEpoch orderby doc.Length select Math.Exp(-age.TotalDays / doc.Length)];

[Stage]
public int Count(double[] weights) => weights.Length;

//# fault: the context's clock gets into what is kept
//## share Docs.cs
[Stage]
public string Stamp(FileSet docs, StageContext context) => Labels.For(docs, context);

//## Labels.cs
public static class Labels
{
    public static string For(FileSet docs, StageContext context)
    {
        var made = {|MLP4001:context.Clock|}.GetUtcNow();
        return made.ToString("O", CultureInfo.InvariantCulture) + docs.Count.ToString(CultureInfo.InvariantCulture);
    }
}

//# fault: a token that fires after some seconds ends the search in the stage itself
//## share Docs.cs
[Stage]
public int Guess(FileSet docs, StageContext context, CancellationToken token)
{
    token.ThrowIfCancellationRequested();
    using var limit = {|MLP4001:new CancellationTokenSource(TimeSpan.FromSeconds(3))|};
    var best = 0;
    do
    {
        best = Math.Max(best, context.Random.Next(docs.Count + 1));
    }
    while (!limit.IsCancellationRequested);

    return best;
}

//# fault: what was found until the time was up is kept, because the exception is caught
//## share Docs.cs
[Stage]
public int Longest(FileSet docs, CancellationToken token)
{
    var longest = 0;
    using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
    {|MLP4001:limit.CancelAfter(5_000)|};
    try
    {
        foreach (var doc in docs)
        {
            limit.Token.ThrowIfCancellationRequested();
            longest = Math.Max(longest, doc.ReadAllText().Length);
        }
    }
    catch (OperationCanceledException) when (!token.IsCancellationRequested)
    {
        return longest;
    }

    return longest;
}

//# clean: a timeout that fails the stage
//## share Docs.cs
[Stage]
public int Longest(FileSet docs, CancellationToken token)
{
    var longest = 0;
    using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
    limit.CancelAfter(TimeSpan.FromMinutes(5));
    foreach (var doc in docs)
    {
        limit.Token.ThrowIfCancellationRequested();
        longest = Math.Max(longest, doc.ReadAllText().Length);
    }

    return longest;
}

//# clean: an object is given the clock, and tells how long it took
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var report = new Report(context.Clock, context.Logger);
    var count = docs.Count;
    report.Done();
    return count;
}

//## Report.cs
public sealed class Report(TimeProvider clock, ILogger logger)
{
    private readonly long _start = clock.GetTimestamp();

    public void Done() => logger.LogInformation("took {Elapsed}", clock.GetElapsedTime(_start));
}

//# clean: a helper tells its progress, at times, by what it is given for it
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var meter = new Meter(context.Clock, done => context.ReportProgress(done, "docs"));
    var count = 0;
    foreach (var doc in docs)
    {
        meter.At((double)++count / docs.Count);
    }

    return count;
}

//## Meter.cs
public sealed class Meter
{
    private readonly TimeProvider _clock;
    private readonly Action<double>? _tell;
    private long _last;

    public Meter(TimeProvider clock, Action<double>? tell)
    {
        _clock = clock;
        _tell = tell;
        _last = clock.GetTimestamp();
    }

    public void At(double fraction)
    {
        if (_clock.GetElapsedTime(_last).TotalSeconds > 1)
        {
            _tell?.Invoke(fraction);
            _last = _clock.GetTimestamp();
        }
    }
}

//# fault: what a helper does at times is more than to tell
//## share Docs.cs
[Stage]
public List<double> Kept(FileSet docs, StageContext context)
{
    var kept = new List<double>();
    var meter = new Meter({|MLP4001:context.Clock|}, done => kept.Add(done));
    for (var i = 0; i < docs.Count; i++)
    {
        meter.At((double)i / docs.Count);
    }

    return kept;
}

//## Meter.cs
public sealed class Meter(TimeProvider clock, Action<double> tell)
{
    private long _last = clock.GetTimestamp();

    public void At(double fraction)
    {
        if (clock.GetElapsedTime(_last).TotalSeconds > 1)
        {
            tell(fraction);
            _last = clock.GetTimestamp();
        }
    }
}

//# fault: a clock of the team's own tells whether a search may go on
[Stage]
public int Search(StageContext context)
{
    var limit = new TimeLimit(TimeSpan.FromSeconds(30));
    var best = 0;
    while (!limit.IsOver())
    {
        best = Math.Max(best, context.Random.Next(1_000_000));
    }

    return best;
}

//## TimeLimit.cs
using System.Diagnostics;

public sealed class TimeLimit(TimeSpan limit)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public bool IsOver()
    {
        return {|MLP4001:_watch.Elapsed|} > limit;
    }
}

//# clean: a clock of the team's own tells when to show progress
[Stage]
public int Count(StageContext context)
{
    var pace = new Pace();
    var count = 0;
    for (var i = 0; i < 1000; i++)
    {
        count++;
        if (pace.IsDue)
        {
            context.Logger.LogInformation("{Count} so far", count);
        }
    }

    return count;
}

//## Pace.cs
using System.Diagnostics;

public sealed class Pace
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public bool IsDue => _watch.Elapsed.TotalSeconds > 1;
}
