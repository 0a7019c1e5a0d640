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

//# fault: a bag's order is the order in which threads were done
//## share Docs.cs
[Stage]
public List<int> Lengths(FileSet docs)
{
    var lengths = new System.Collections.Concurrent.ConcurrentBag<int>();
    Parallel.ForEach(docs, doc => lengths.Add(doc.ReadAllText().Length));
    return {|MLP4006:lengths.ToList()|};
}

//# fault: a parallel query without an order
//## share Docs.cs
[Stage]
public int[] Lengths(FileSet docs) => {|MLP4006:docs.AsParallel().Select(doc => doc.ReadAllText().Length).ToArray()|};

//# fault: a concurrent dictionary's pairs
//## share Docs.cs
[Stage]
public List<string> Paths(FileSet docs)
{
    var sizes = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
    Parallel.ForEach(docs, doc => sizes[doc.Path] = doc.Length);
    var result = new List<string>();
    foreach (var (path, _) in {|MLP4006:sizes|})
    {
        result.Add(path);
    }

    return result;
}

//# fault: an immutable hash set is joined to a text
//## share Docs.cs
[Stage]
public string Words(FileSet docs)
{
    var words = System.Collections.Immutable.ImmutableHashSet.CreateRange(docs.Select(doc => doc.Path));
    return {|MLP4006:string.Join(' ', words)|};
}

//# clean: sorted before it leaves
//## share Docs.cs
[Stage]
public List<int> Lengths(FileSet docs)
{
    var lengths = new System.Collections.Concurrent.ConcurrentBag<int>();
    Parallel.ForEach(docs, doc => lengths.Add(doc.ReadAllText().Length));
    return lengths.Order().ToList();
}

//# clean: the parallel query keeps the order
//## share Docs.cs
[Stage]
public int[] Lengths(FileSet docs) => docs.AsParallel().AsOrdered().Select(doc => doc.ReadAllText().Length).ToArray();

//# clean: whole numbers add up in any order
//## share Docs.cs
[Stage]
public long Total(FileSet docs)
{
    var lengths = new System.Collections.Concurrent.ConcurrentBag<long>();
    Parallel.ForEach(docs, doc => lengths.Add(doc.Length));
    return lengths.Sum();
}

//# clean: each thread writes to its own place
//## share Docs.cs
[Stage]
public int[] Lengths(FileSet docs)
{
    var lengths = new int[docs.Count];
    Parallel.For(0, docs.Count, i => lengths[i] = docs[i].ReadAllText().Length);
    return lengths;
}

//# clean: a list fed by one thread
//## share Docs.cs
[Stage]
public List<string> Words(FileSet docs)
{
    var seen = new HashSet<string>(StringComparer.Ordinal);
    var result = new List<string>();
    foreach (var doc in docs)
    {
        if (seen.Add(doc.Path))
        {
            result.Add(doc.Path);
        }
    }

    return result;
}

//# fault: a spread of a concurrent bag
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs)
{
    var names = new System.Collections.Concurrent.ConcurrentBag<string>();
    Parallel.ForEach(docs, doc => names.Add(doc.Path));
    return [.. {|MLP4006:names|}];
}

[Stage]
public int Count(string[] names) => names.Length;

//# fault: a list made of a concurrent dictionary's keys
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs)
{
    var names = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc => names.AddOrUpdate(doc.Path, 1, (_, count) => count + 1));
    var list = {|MLP4006:new List<string>(names.Keys)|};
    return list;
}

[Stage]
public int Count(List<string> names) => names.Count;

//# fault: a list filled by several threads
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs)
{
    var names = new List<string>();
    Parallel.ForEach(docs, doc =>
    {
        lock (names)
        {
            {|MLP4006:names.Add(doc.Path)|};
        }
    });
    return names;
}

[Stage]
public int Count(List<string> names) => names.Count;

//# fault: the pairs of a concurrent dictionary become a vocabulary
//## share Docs.cs
[Stage]
public List<string> Vocabulary(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc =>
    {
        foreach (var word in doc.ReadAllText().Split(' '))
        {
            counts.AddOrUpdate(word, 1, (_, count) => count + 1);
        }
    });
    return {|MLP4006:counts|}.Where(pair => pair.Value > 2).Select(pair => pair.Key).ToList();
}

//# fault: the channel is read as its writers come
//## share Docs.cs
[Stage]
public async Task<List<string>> Titles(FileSet docs, CancellationToken token)
{
    var titles = new List<string>();
    var gate = new Lock();
    await Parallel.ForEachAsync(docs, token, async (doc, cancellation) =>
    {
        var text = await File.ReadAllTextAsync(doc.Location, cancellation);
        lock (gate)
        {
            {|MLP4006:titles.Add(text.Split('\n')[0])|};
        }
    });
    return titles;
}

//# fault: frozen set to an index
//## share Docs.cs
[Stage]
public Dictionary<string, int> Index(FileSet docs)
{
    var words = System.Collections.Frozen.FrozenSet.ToFrozenSet(docs.SelectMany(doc => doc.ReadAllText().Split(' ')), StringComparer.Ordinal);
    var index = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var word in {|MLP4006:words|})
    {
        index.Add(word, index.Count);
    }

    return index;
}

//# clean: a concurrent bag of tuples is sorted before it is returned
//## share Docs.cs
[Stage]
public List<string> Titles(FileSet docs)
{
    var bag = new System.Collections.Concurrent.ConcurrentBag<(int Index, string Title)>();
    Parallel.For(0, docs.Count, index => bag.Add((index, docs[index].ReadAllText().Split('\n')[0])));
    return (from entry in bag orderby entry.Index select entry.Title).ToList();
}

//# clean: counts in a concurrent dictionary go into a sorted one
//## share Docs.cs
[Stage]
public SortedDictionary<string, int> Counts(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    docs.AsParallel().SelectMany(doc => doc.ReadAllText().Split(' ')).ForAll(word => counts.AddOrUpdate(word, 1, (_, count) => count + 1));
    return new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
}

//# clean: children are collected per parent in a parallel loop, sorted lists after it
//## share Docs.cs
[Stage]
public List<string> Titles(FileSet docs)
{
    var buckets = docs.Select(doc => new Bucket(doc)).ToList();
    Parallel.ForEach(buckets, bucket =>
    {
        foreach (var line in bucket.File.ReadLines())
        {
            bucket.Lines.Add(line);
        }
    });
    return [.. buckets.SelectMany(bucket => bucket.Lines)];
}

public sealed class Bucket(FileArtifact file)
{
    public FileArtifact File => file;

    public List<string> Lines { get; } = [];
}

//# fault: results of tasks in the order in which they end
//## share Docs.cs
[Stage]
public async Task<List<int>> Lengths(FileSet docs)
{
    var lengths = new System.Collections.Concurrent.ConcurrentBag<int>();
    await Task.WhenAll(docs.Select(doc => Task.Run(() => lengths.Add(doc.ReadAllText().Length))));
    return [.. {|MLP4006:lengths|}];
}

//# clean: ILookup, GroupBy and ToDictionary in the order of rows, with invariant keys
//## share Houses.cs
[Stage]
public Dictionary<string, double> MeanByRooms(TrainSet<House> train)
{
    var byRooms = train.ToLookup(house => (int)house.Rooms);
    return byRooms.ToDictionary(group => group.Key.ToString(CultureInfo.InvariantCulture), group => group.Average(house => house.Price), StringComparer.Ordinal);
}

//# fault: keys of a table from code of old are copied out
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs)
{
    var names = new System.Collections.Hashtable();
    foreach (var doc in docs)
    {
        names[doc.Path] = doc.Length;
    }

    var keys = new string[names.Count];
    {|MLP4006:names.Keys.CopyTo(keys, 0)|};
    return keys;
}

//# fault: keys of a table from code of old as a list
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs)
{
    var names = new System.Collections.Hashtable();
    foreach (var doc in docs)
    {
        names[doc.Path] = doc.Length;
    }

    return {|MLP4006:names.Keys.Cast<string>().ToList()|};
}

//# clean: a table from code of old is asked by its keys, and its keys are sorted
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs)
{
    var names = new System.Collections.Hashtable();
    foreach (var doc in docs)
    {
        names[doc.Path] = doc.Length;
    }

    var keys = new string[names.Count];
    names.Keys.CopyTo(keys, 0);
    Array.Sort(keys, StringComparer.Ordinal);
    return names.ContainsKey("a") ? keys : [.. names.Keys.Cast<string>().Order(StringComparer.Ordinal)];
}

//# fault: the most frequent words, of which many are equally frequent
//## share Docs.cs
[Stage]
public List<string> Frequent(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc => counts.AddOrUpdate(doc.Path, 1, (_, count) => count + 1));
    return {|MLP4006:counts.OrderByDescending(pair => pair.Value)|}.Take(10).Select(pair => pair.Key).ToList();
}

//# fault: a loop keeps the first of the best
//## share Docs.cs
[Stage]
public string Most(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc => counts.AddOrUpdate(doc.Path, 1, (_, count) => count + 1));
    var (most, name) = (0, "");
    foreach (var (path, count) in {|MLP4006:counts|})
    {
        if (count > most)
        {
            (most, name) = (count, path);
        }
    }

    return name;
}

//# clean: ties go to the name that comes first, and of the values alone equal ones are one
//## share Docs.cs
[Stage]
public (List<string> Names, int Most, List<int> Counts) Frequent(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc => counts.AddOrUpdate(doc.Path, 1, (_, count) => count + 1));
    return ([.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(10).Select(pair => pair.Key)],
        counts.MaxBy(pair => pair.Value).Value,
        [.. counts.OrderBy(pair => pair.Value).Select(pair => pair.Value)]);
}

//# fault: the first of two answers is taken
//## share Docs.cs
[Stage]
public async Task<int> First(FileSet docs, CancellationToken token)
{
    var short_ = Task.Run(() => docs.Min(doc => doc.ReadAllText().Length), token);
    var @long = Task.Run(() => docs.Max(doc => doc.ReadAllText().Length), token);
    return await await {|MLP4006:Task.WhenAny(short_, @long)|};
}

//# fault: a slow answer is replaced
//## share Docs.cs
[Stage]
public async Task<int> First(FileSet docs, CancellationToken token)
{
    var work = Task.Run(() => docs.Min(doc => doc.ReadAllText().Length), token);
    var ended = await {|MLP4006:Task.WhenAny(work, Task.Delay(1000, token))|}.ConfigureAwait(false);
    return ended == work ? await work : -1;
}

//# clean: too slow is a failure
//## share Docs.cs
[Stage]
public async Task<int> First(FileSet docs, CancellationToken token)
{
    var work = Task.Run(() => docs.Min(doc => doc.ReadAllText().Length), token);
    if (await Task.WhenAny(work, Task.Delay(1000, token)) != work)
    {
        throw new TimeoutException("too slow");
    }

    return await work;
}

//# fault: an object with a lock gathers what threads find
//## share Docs.cs
[Stage]
public List<string> Lines(FileSet docs)
{
    var basket = new Basket();
    Parallel.For(0, docs.Count, index =>
    {
        foreach (var line in docs[index].ReadLines())
        {
            basket.Put(line);
        }
    });
    var all = new List<string>();
    all.AddRange({|MLP4006:basket.Content|});
    return all;
}

//## Basket.cs
public sealed class Basket
{
    private readonly object _lock = new();
    private readonly List<string> _content = [];

    public IEnumerable<string> Content => _content;

    public void Put(string line)
    {
        lock (_lock)
        {
            _content.Add(line);
        }
    }
}

//# clean: an object with a lock gives what threads found in order, or in order to whoever asks
//## share Docs.cs
[Stage]
public List<string> Lines(FileSet docs)
{
    var (basket, heap) = (new Basket(), new Heap());
    Parallel.ForEach(docs, doc =>
    {
        basket.Put(doc.Path);
        heap.Put(doc.Path);
    });
    return [.. basket.Sorted(), .. heap.Content.Order(StringComparer.Ordinal)];
}

//## Basket.cs
public sealed class Basket
{
    private readonly Lock _lock = new();
    private readonly List<string> _content = [];

    public void Put(string line)
    {
        lock (_lock)
        {
            _content.Add(line);
        }
    }

    public List<string> Sorted() => [.. _content.Order(StringComparer.Ordinal)];
}

public sealed class Heap
{
    private readonly Lock _lock = new();

    public List<string> Content { get; } = [];

    public void Put(string line)
    {
        lock (_lock)
        {
            Content.Add(line);
        }
    }
}
