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
