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
