//# fault: an async stream
[Stage]
public async Task<int[]> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<int[]> Stream()
{
    await Task.Yield();
    yield return {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};
}

//# fault: an override of a base class
[Stage]
public int[] Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract int[] Make(); }

public sealed class OwnMaker : Maker { public override int[] Make() => {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|}; }

//# fault: an implementation of an interface
[Stage]
public int[] Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { int[] Make(); }

public sealed class OwnMaker : IMaker { public int[] Make() => {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|}; }

//# fault: an extension method
[Stage]
public int[] Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static int[] Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};
}

//# fault: another part of the class
[Stage]
public int[] Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private int[] Own() => {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};
}

//# fault: a property
[Stage]
public int[] Make() => Made;

private int[] Made => {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};

//# fault: the constructor of a helper
[Stage]
public int[] Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};

    public int[] Value { get; }
}

//# fault: the initializer of a static field
[Stage]
public int[] Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly int[] Value = {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};
}

//# fault: a closure
[Stage]
public int[] Make()
{
    var calls = 0;
    int[] Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4006:new[] { 3, 1, 2 }.AsParallel().Select(x => x * x).ToArray()|};
    Func<int[]> later = Inner;
    return later();
}

//# clean: sorted first
[Stage]
public int[] Make()
{
    var bag = new System.Collections.Concurrent.ConcurrentBag<int>();
    Parallel.For(0, 9, bag.Add);
    return [.. bag.Order()];
}

//# clean: in the order of the source
[Stage]
public int[] Make() => new[] { 3, 1, 2 }.AsParallel().AsOrdered().Select(x => x * x).ToArray();

//# clean: a dictionary keeps its order
[Stage]
public string[] Make()
{
    var counts = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
    return [.. counts.Keys];
}

//# clean: each to its place
[Stage]
public int[] Make()
{
    var squares = new int[9];
    Parallel.For(0, 9, i => squares[i] = i * i);
    return squares;
}

//# clean: a set of a set
[Stage]
public int Make()
{
    var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
    var all = new HashSet<string>();
    foreach (var pair in seen)
    {
        all.Add(pair.Key);
    }

    return all.Count;
}
