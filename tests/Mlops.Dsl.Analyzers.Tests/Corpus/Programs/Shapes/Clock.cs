//# fault: an event's handler
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var sum = (long)docs.Count;
    var counter = new Counter();
    counter.Counted += () => sum += {|MLP4001:DateTime.UtcNow|}.Ticks;
    counter.Count();
    return sum;
}

//## Counter.cs
public sealed class Counter
{
    public event Action? Counted;

    public void Count() => Counted?.Invoke();
}

//# fault: a delegate in a dictionary
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Steps.All["now"](docs.Count);

//## Steps.cs
public static class Steps
{
    public static readonly Dictionary<string, Func<int, long>> All = new() { ["now"] = count => count + {|MLP4001:DateTime.UtcNow|}.Ticks };
}

//# fault: a delegate in a parameter's default
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Clocked.Age(docs.Count);

//## Clocked.cs
public static class Clocked
{
    public static long Age(int count, Func<long>? now = null) => count + (now ?? Now)();

    private static long Now() => {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: an extension property
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Aged;

//## Extensions.cs
public static class Extensions
{
    extension(FileSet files)
    {
        public long Aged => files.Count + {|MLP4001:DateTime.UtcNow|}.Ticks;
    }
}

//# fault: a using static
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Ticked(docs.Count);

//## Ticking.cs
global using static Ticking;

public static class Ticking
{
    public static long Ticked(int count) => count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: an alias of the type
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Count + {|MLP4001:Clock.UtcNow|}.Ticks;

//## Usings.cs
global using Clock = System.DateTime;

//# fault: a file-local type
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Clocked.Age(docs.Count);

//## Clocked.cs
public static class Clocked
{
    public static long Age(int count) => Hidden.Age(count);
}

file static class Hidden
{
    public static long Age(int count) => count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: an awaiter of the user's own
//## share Docs.cs
[Stage]
public async Task<long> Count(FileSet docs) => docs.Count + await new Moment();

//## Moment.cs
using System.Runtime.CompilerServices;

public sealed class Moment : INotifyCompletion
{
    public bool IsCompleted => true;

    public Moment GetAwaiter() => this;

    public long GetResult() => {|MLP4001:DateTime.UtcNow|}.Ticks;

    public void OnCompleted(Action continuation) => continuation();
}

//# fault: a query over a type of the user's own
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => (from tick in new Moment(docs.Count) select tick + 1).Value;

//## Moment.cs
public sealed record Moment(long Value)
{
    public Moment Select(Func<long, long> change) => new(change(Value) + {|MLP4001:DateTime.UtcNow|}.Ticks);
}

//# fault: a record's equality
//## share Docs.cs
[Stage]
public bool Same(FileSet docs) => new Odd(docs.Count) == new Odd(1);

//## Odd.cs
public sealed record Odd(int Value)
{
    public bool Equals(Odd? other) => other is not null && {|MLP4001:DateTime.UtcNow|}.Ticks % 2 == 0;

    public override int GetHashCode() => Value;
}

//# fault: a ToString that an interpolation calls
//## share Docs.cs
[Stage]
public string Text(FileSet docs) => $"{new Odd(docs.Count)}";

//## Odd.cs
public sealed class Odd(int value)
{
    public override string ToString() => (value + {|MLP4001:DateTime.UtcNow|}.Ticks).ToString(CultureInfo.InvariantCulture);
}

//# fault: a switch expression's arm
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Count switch { 0 => 0, 1 => {|MLP4001:DateTime.UtcNow|}.Ticks, _ => 2 };

//# fault: a catch filter
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    try
    {
        return docs[0].Length;
    }
    catch (IOException) when ({|MLP4001:DateTime.UtcNow|}.Ticks % 2 == 0)
    {
        return 0;
    }
}

//# fault: a stage of an inner helper that a stage makes by new()
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Make<Aged>().Age(docs.Count);

private static T Make<T>()
    where T : new() => new();

//## Aged.cs
public sealed class Aged
{
    private readonly long _now = {|MLP4001:DateTime.UtcNow|}.Ticks;

    public long Age(int count) => count + _now;
}

//# fault: a partial property
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Aged().Now + docs.Count;

//## Aged.cs
public sealed partial class Aged
{
    public partial long Now { get; }
}

//## Aged.Now.cs
public sealed partial class Aged
{
    public partial long Now => {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: a recursion
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Sum(docs.Count);

private static long Sum(int count) => count <= 0 ? {|MLP4001:DateTime.UtcNow|}.Ticks : Sum(count - 1) + 1;

//# fault: two methods that call each other
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Even(docs.Count);

private static long Even(int count) => count == 0 ? 0 : Odd(count - 1);

private static long Odd(int count) => count == 0 ? {|MLP4001:DateTime.UtcNow|}.Ticks : Even(count - 1);

//# clean: an overload that is not called
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Clocked.Age(docs.Count);

//## Clocked.cs
public static class Clocked
{
    public static long Age(int count) => count;

    public static long Age(long count) => count + DateTime.UtcNow.Ticks;
}

//# clean: a type that is only named
//## share Docs.cs
[Stage]
public string Name(FileSet docs) => nameof(Clocked) + nameof(Clocked.Now) + docs[0].Path;

//## Clocked.cs
public sealed class Clocked
{
    public long Now() => DateTime.UtcNow.Ticks;
}

//# clean: a name of the member, not its value
//## share Docs.cs
[Stage]
public string Name(FileSet docs) => nameof(DateTime.UtcNow) + docs[0].Path;

//# clean: a lambda that is never called, nor given away
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

private static readonly Func<long> Unused = static () => DateTime.UtcNow.Ticks;

//# clean: another class that implements an interface which no stage uses
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Counted().Age(docs.Count);

//## Ages.cs
public interface IAged
{
    long Age(int count);
}

public sealed class Counted
{
    public long Age(int count) => count;
}

public sealed class Clocked : IAged
{
    public long Age(int count) => count + DateTime.UtcNow.Ticks;
}

//# clean: code that the compiler leaves out
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
#if NEVER
    return DateTime.UtcNow.Ticks;
#else
    return docs.Count;
#endif
}
