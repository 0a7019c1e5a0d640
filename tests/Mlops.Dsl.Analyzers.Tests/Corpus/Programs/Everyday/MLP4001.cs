//# fault: the age of an account, in a DTO mapper
//## share Docs.cs
[Stage]
public List<AccountFeatures> Map(FileSet docs) => [.. docs.SelectMany(doc => doc.ReadLines()).Select(line => AccountMapper.Map(line.Split(',')))];

//## AccountMapper.cs
public sealed record AccountFeatures(string Id, double AgeInDays);

public static class AccountMapper
{
    public static AccountFeatures Map(string[] cells) => cells is [var id, var opened, ..]
        ? new(id, ({|MLP4001:DateTimeOffset.Now|} - DateTimeOffset.Parse(opened, CultureInfo.InvariantCulture)).TotalDays)
        : throw new FormatException("two cells are expected");
}

//# fault: a clock by the services, and by its default
//## share Docs.cs
[Stage]
public int Age(FileSet docs) => new AgeCalculator().Years(docs.Count);

//## AgeCalculator.cs
public sealed class AgeCalculator(TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? {|MLP4001:TimeProvider.System|};

    public int Years(int born) => _time.GetUtcNow().Year - born;
}

//# fault: a budget of time decides how many rounds are trained
//## share Houses.cs
[Stage]
public double Anneal(TrainSet<House> train, CancellationToken token)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var temperature = 1.0;
    while ({|MLP4001:watch.Elapsed|} < TimeSpan.FromSeconds(5))
    {
        token.ThrowIfCancellationRequested();
        temperature *= 0.999;
    }

    return temperature * train.Count;
}

//# clean: the clock only feeds a progress report, in a helper object with a field
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var progress = new Throttle(context);
    var total = 0;
    for (var index = 0; index < docs.Count; index++)
    {
        total += docs[index].ReadAllText().Length;
        progress.Report((index + 1.0) / docs.Count);
    }

    return total;
}

//## Throttle.cs
public sealed class Throttle(StageContext context)
{
    private DateTime _last = DateTime.MinValue;

    public void Report(double share)
    {
        var now = DateTime.UtcNow;
        if (now - _last < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _last = now;
        context.ReportProgress(share);
    }
}

//# clean: seconds per epoch as a metric, from ticks
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, StageContext context)
{
    var start = System.Diagnostics.Stopwatch.GetTimestamp();
    var model = PriceModel.Fit(train);
    var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    context.LogMetric("seconds", seconds);
    context.Logger.LogInformation("fitted at {Time} in {Seconds:F1} s", DateTimeOffset.Now, seconds);
    return model;
}

//# clean: a comparison of dates with a parameter
//## share Docs.cs
[Parameter]
public DateOnly AsOf { get; init; } = new(2026, 1, 1);

[Stage]
public List<int> Ages(FileSet docs) =>
    [.. from doc in docs
        from line in doc.ReadLines()
        let born = DateOnly.ParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        select AsOf.Year - born.Year - (born.AddYears(AsOf.Year - born.Year) > AsOf ? 1 : 0)];

//# clean: churn: throttled progress, timings in a record that is only logged, a deadline that throws
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, StageContext context, CancellationToken token)
{
    var timer = new PhaseTimer(context);
    timer.Begin("sort");
    var sorted = train.OrderBy(house => house.Area).ToList();
    timer.Begin("fit");
    var model = PriceModel.Fit(sorted);
    timer.End();
    token.ThrowIfCancellationRequested();
    return model;
}

//## PhaseTimer.cs
public sealed class PhaseTimer(StageContext context)
{
    private string? _phase;
    private DateTimeOffset _since;

    public void Begin(string phase)
    {
        End();
        (_phase, _since) = (phase, context.Clock.GetUtcNow());
    }

    public void End()
    {
        if (_phase is not null)
        {
            context.LogMetric(_phase + " seconds", (context.Clock.GetUtcNow() - _since).TotalSeconds);
        }

        _phase = null;
    }
}

//# clean: heartbeat: the last time is kept in a field and compared, logged with a template
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var heartbeat = new Heartbeat(context.Logger, TimeSpan.FromSeconds(5));
    return docs.Sum(doc =>
    {
        heartbeat.Tick(doc.Path);
        return doc.ReadAllText().Length;
    });
}

//## Heartbeat.cs
public sealed class Heartbeat
{
    private readonly ILogger _logger;
    private readonly TimeSpan _every;
    private readonly DateTime _start = DateTime.UtcNow;
    private DateTime _last;

    public Heartbeat(ILogger logger, TimeSpan every)
    {
        _logger = logger;
        _every = every;
        _last = _start;
    }

    public void Tick(string what)
    {
        if (DateTime.UtcNow - _last >= _every)
        {
            _last = DateTime.UtcNow;
            _logger.LogInformation("at {What} after {Elapsed}", what, _last - _start);
        }
    }
}

//# fault: today as a default of a record's constructor
//## share Docs.cs
[Stage]
public List<Visit> Visits(FileSet docs) => [.. docs.SelectMany(doc => doc.ReadLines()).Select(line => new Visit(line))];

public sealed record Visit(string Text)
{
    public DateOnly Day { get; init; } = DateOnly.FromDateTime({|MLP4001:DateTime.Today|});
}

//# fault: a decay by age in a GroupBy's result selector
//## share Docs.cs
[Stage]
public Dictionary<string, double> Decay(FileSet docs)
{
    var now = {|MLP4001:DateTimeOffset.UtcNow|};
    return docs.SelectMany(doc => doc.ReadLines().Select(line => line.Split(',')))
        .GroupBy(cells => cells[0], (key, rows) => (key, Score: rows.Sum(cells => Math.Exp(-(now - DateTimeOffset.Parse(cells[1], CultureInfo.InvariantCulture)).TotalDays))))
        .ToDictionary(pair => pair.key, pair => pair.Score, StringComparer.Ordinal);
}

//# fault: milliseconds since the start seed a generator
//## share Docs.cs
[Stage]
public int[] Shuffle(FileSet docs)
{
    var order = Enumerable.Range(0, docs.Count).ToArray();
    new Random({|MLP4001:Environment.TickCount|}).Shuffle(order);
    return order;
}

//# clean: logistic regression with early stopping on the loss, a patience counter and a stopwatch for the log
//## share Houses.cs
[Stage, Timeout("00:10:00")]
public double[] Fit(TrainSet<House> train, StageContext context, CancellationToken token)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var weights = new double[3];
    var (best, patience) = (double.PositiveInfinity, 0);
    for (var epoch = 0; epoch < 100 && patience < 5; epoch++)
    {
        token.ThrowIfCancellationRequested();
        var loss = 0.0;
        foreach (var house in train)
        {
            var error = (weights[0] * house.Area) + (weights[1] * house.Rooms) + weights[2] - house.Price;
            weights[0] -= 1e-9 * error * house.Area;
            weights[1] -= 1e-9 * error * house.Rooms;
            weights[2] -= 1e-9 * error;
            loss += error * error;
        }

        (best, patience) = loss < best ? (loss, 0) : (best, patience + 1);
        context.LogMetric("loss", loss / train.Count, epoch);
        if (watch.ElapsedMilliseconds > 1000)
        {
            context.Logger.LogInformation("epoch {Epoch}: loss {Loss:F3} after {Seconds:F1} s", epoch, loss, watch.Elapsed.TotalSeconds);
            watch.Restart();
        }
    }

    return weights;
}

//# clean: a progress bar of the user's own on the console, with a spinner by time
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var bar = new ProgressBar(docs.Count);
    var total = 0;
    foreach (var doc in docs)
    {
        total += doc.ReadAllText().Length;
        bar.Advance();
    }

    return total;
}

//## ProgressBar.cs
public sealed class ProgressBar(int total) : IDisposable
{
    private readonly DateTime _started = DateTime.Now;
    private DateTime _drawn = DateTime.MinValue;
    private int _done;

    public void Advance()
    {
        _done++;
        if (DateTime.Now - _drawn > TimeSpan.FromMilliseconds(100))
        {
            _drawn = DateTime.Now;
            Console.Write($"\r{_done}/{total} {100.0 * _done / total:F0} %");
        }
    }

    public void Dispose() => Console.WriteLine($"\r{_done}/{total} in {(DateTime.Now - _started).TotalSeconds:F1} s");
}

//# fault: the age of files decides which are used
//## share Docs.cs
[Stage]
public List<string> Recent(FileSet docs, StageContext context)
{
    var limit = {|MLP4001:DateTime.UtcNow|}.AddDays(-30);
    return docs.Where(doc => string.CompareOrdinal(doc.Path, limit.ToString("yyyyMMdd", CultureInfo.InvariantCulture)) > 0).Select(doc => doc.Path).ToList();
}
