//# fault: an operator
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => (new Amount(docs.Count) + new Amount(1)).Value;

//## Amount.cs
public readonly record struct Amount(long Value)
{
    public static Amount operator +(Amount left, Amount right) => new(left.Value + right.Value + {|MLP4001:DateTime.UtcNow|}.Ticks);
}

//# fault: an implicit conversion
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    Amount amount = docs.Count;
    return amount.Value;
}

//## Amount.cs
public readonly record struct Amount(long Value)
{
    public static implicit operator Amount(int value) => new(value + {|MLP4001:DateTime.UtcNow|}.Ticks);
}

//# fault: an indexer
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Table()[docs.Count];

//## Table.cs
public sealed class Table
{
    public long this[int index] => index + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: a deconstructor
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var (_, now) = new Pair(docs.Count);
    return now;
}

//## Pair.cs
public sealed class Pair(int count)
{
    public void Deconstruct(out int first, out long second)
    {
        first = count;
        second = {|MLP4001:DateTime.UtcNow|}.Ticks;
    }
}

//# fault: a deconstructing pattern
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Pair(docs.Count) is (> 0, var now) ? now : 0;

//## Pair.cs
public sealed class Pair(int count)
{
    public void Deconstruct(out int first, out long second)
    {
        first = count;
        second = {|MLP4001:DateTime.UtcNow|}.Ticks;
    }
}

//# fault: a property pattern
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Moment(docs.Count) is { Ticks: var ticks } ? ticks : 0;

//## Moment.cs
public sealed record Moment(int Count)
{
    public long Ticks => Count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: the disposal of a using
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var timer = new Timed();
    using (timer)
    {
        timer.Value += docs.Count;
    }

    return timer.Value;
}

//## Timed.cs
public sealed class Timed : IDisposable
{
    public long Value { get; set; }

    public void Dispose() => Value += {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: an asynchronous disposal
//## share Docs.cs
[Stage]
public async Task<long> Count(FileSet docs)
{
    var timer = new Timed();
    await using (timer)
    {
        timer.Value += docs.Count;
    }

    return timer.Value;
}

//## Timed.cs
public sealed class Timed : IAsyncDisposable
{
    public long Value { get; set; }

    public ValueTask DisposeAsync()
    {
        Value += {|MLP4001:DateTime.UtcNow|}.Ticks;
        return ValueTask.CompletedTask;
    }
}

//# fault: an enumerator of the user's own
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var sum = (long)docs.Count;
    foreach (var tick in new Ticks())
    {
        sum += tick;
    }

    return sum;
}

//## Ticks.cs
public sealed class Ticks
{
    private bool _done;

    public long Current => {|MLP4001:DateTime.UtcNow|}.Ticks;

    public Ticks GetEnumerator() => this;

    public bool MoveNext() => _done ? false : _done = true;
}

//# fault: a collection initializer's Add
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var ticks = new Ticks { docs.Count };
    return ticks.Sum;
}

//## Ticks.cs
using System.Collections;

public sealed class Ticks : IEnumerable
{
    public long Sum { get; private set; }

    public void Add(int value) => Sum += value + {|MLP4001:DateTime.UtcNow|}.Ticks;

    public IEnumerator GetEnumerator() => new[] { Sum }.GetEnumerator();
}

//# fault: a lazy value
//## share Docs.cs
[Stage]
public long Count(FileSet docs)
{
    var now = new Lazy<long>(() => {|MLP4001:DateTime.UtcNow|}.Ticks);
    return now.Value + docs.Count;
}

//# fault: a static lazy value
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Started.At.Value + docs.Count;

//## Started.cs
public static class Started
{
    public static readonly Lazy<long> At = new(() => {|MLP4001:DateTime.UtcNow|}.Ticks);
}

//# fault: a static constructor
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Started.At + docs.Count;

//## Started.cs
public static class Started
{
    public static readonly long At;

    static Started() => At = {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: a static field of a generic type
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Started<int>.At + docs.Count;

//## Started.cs
public static class Started<T>
{
    public static readonly long At = {|MLP4001:DateTime.UtcNow|}.Ticks;
}

//# fault: a constructor's base call
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Child(docs.Count).Value;

//## Child.cs
public class Parent(long value)
{
    public long Value => value;
}

public sealed class Child : Parent
{
    public Child(int count)
        : base(count + {|MLP4001:DateTime.UtcNow|}.Ticks)
    {
    }
}

//# fault: a primary constructor's base call
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => new Child(docs.Count).Value;

//## Child.cs
public class Parent(long value)
{
    public long Value => value;
}

public sealed class Child(int count) : Parent(count + {|MLP4001:DateTime.UtcNow|}.Ticks);

//# fault: a default method of an interface
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => ((IAged)new Aged()).Age(docs.Count);

//## IAged.cs
public interface IAged
{
    long Age(int count) => count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

public sealed class Aged : IAged;

//# fault: a static method of an interface, through a type parameter
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Ages.Of<Aged>(docs.Count);

//## Ages.cs
public interface IAged
{
    static abstract long Age(int count);
}

public sealed class Aged : IAged
{
    public static long Age(int count) => count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

public static class Ages
{
    public static long Of<T>(int count)
        where T : IAged => T.Age(count);
}

//# fault: a generic constraint's member
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => Ages.Of(new Aged(), docs.Count);

//## Ages.cs
public interface IAged
{
    long Age(int count);
}

public readonly struct Aged : IAged
{
    public long Age(int count) => count + {|MLP4001:DateTime.UtcNow|}.Ticks;
}

public static class Ages
{
    public static long Of<T>(T aged, int count)
        where T : IAged => aged.Age(count);
}

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
