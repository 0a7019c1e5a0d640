//# fault: a counter of a static class
[Stage]
public int Fit()
{
    {|MLP4010:Totals.Rows|}++;
    return 1;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: an atomic counter
[Stage]
public int Fit()
{
    Interlocked.Increment(ref {|MLP4010:Totals.Rows|});
    return 1;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a helper sets a property
[Stage]
public int Fit()
{
    Vocabulary.Load(["a", "b"]);
    return Vocabulary.Words.Length;
}

//## Vocabulary.cs
public static class Vocabulary
{
    public static string[] Words { get; private set; } = [];

    public static void Load(string[] words) => {|MLP4010:Words|} = words;
}

//# fault: a tuple is taken apart into a field
[Stage]
public int Fit()
{
    ({|MLP4010:Totals.Rows|}, var other) = (1, 2);
    return other;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a lambda counts
[Stage]
public int[] Fit() => [.. Enumerable.Range(0, 9).Select(i => { {|MLP4010:Totals.Rows|} += i; return i; })];

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: an out argument
[Stage]
public bool Fit() => int.TryParse("1", System.Globalization.CultureInfo.InvariantCulture, out {|MLP4010:Totals.Rows|});

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a generic cache of another type
[Stage]
public int Fit() => Latest<int>.Set(4);

//## Latest.cs
public static class Latest<T>
{
    private static T? _value;

    public static T Set(T value)
    {
        {|MLP4010:_value|} = value;
        return _value;
    }
}

//# clean: a value that is computed once
[Stage]
public int Fit() => Table.Squares.Length;

//## Table.cs
public static class Table
{
    private static int[]? _squares;

    public static int[] Squares => _squares ??= [.. Enumerable.Range(0, 9).Select(i => i * i)];
}

//# clean: a static constructor
[Stage]
public int Fit() => Table.Squares.Length;

//## Table.cs
public static class Table
{
    public static readonly int[] Squares;

    static Table() => Squares = [1, 4, 9];
}

//# clean: a field of an object that the stage made
[Stage]
public int Fit()
{
    var totals = new Totals();
    totals.Rows++;
    return totals.Rows;
}

//## Totals.cs
public sealed class Totals { public int Rows; }

//# clean: no stage gets there
[Stage]
public int Fit() => 1;

//## Totals.cs
public static class Totals
{
    public static int Rows;

    public static void Count() => Rows++;
}

//# fault: a static counter
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP4010:Counter.Total|} += docs.Count;
    return Counter.Total;
}

//## Counter.cs
public static class Counter
{
    public static int Total { get; set; }
}

//# fault: a helper increments a static field
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => Counter.Next((int)doc.Length));

//## Counter.cs
public static class Counter
{
    private static int _last;

    public static int Next(int length)
    {
        {|MLP4010:_last|}++;
        return _last + length;
    }
}

//# fault: by reference
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Interlocked.Increment(ref {|MLP4010:Counter.Calls|});
    return docs.Count + Counter.Calls;
}

//## Counter.cs
public static class Counter
{
    public static int Calls;
}

//# fault: a lambda assigns it
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var file in docs.Where(doc => ({|MLP4010:Counter.Last|} = doc.Path).Length > 3))
    {
        return file.Path.Length;
    }

    return Counter.Last.Length;
}

//## Counter.cs
public static class Counter
{
    public static string Last { get; set; } = "";
}

//# clean: made once, on first use
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count(doc => Patterns.Xml.IsMatch(doc.Path));

//## Patterns.cs
public static class Patterns
{
    private static System.Text.RegularExpressions.Regex? _xml;

    public static System.Text.RegularExpressions.Regex Xml => _xml ??= new("[.]xml$");
}

//# clean: a static constructor and read-only fields
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Table.Sizes.Count;

//## Table.cs
public static class Table
{
    public static readonly IReadOnlyList<int> Sizes;

    static Table() => Sizes = [1, 2, 3];
}

//# clean: a field of an object that the stage made
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var counter = new Counter();
    foreach (var doc in docs)
    {
        counter.Total += (int)doc.Length;
    }

    return counter.Total;
}

//## Counter.cs
public sealed class Counter
{
    public int Total { get; set; }
}

//# fault: a static counter by Interlocked
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var _ in docs)
    {
        Interlocked.Increment(ref {|MLP4010:Counter.Rows|});
    }

    return docs.Count;
}

//## Counter.cs
public static class Counter
{
    public static int Rows;
}

//# fault: a static dictionary remembers
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP4010:Seen.Paths.Add(doc.Path)|};
    }

    return Seen.Paths.Count;
}

//## Seen.cs
public static class Seen
{
    public static HashSet<string> Paths { get; } = new(StringComparer.Ordinal);
}

//# clean: a cache of compiled expressions
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count(doc => Patterns.Of("^a").IsMatch(doc.Path));

//## Patterns.cs
public static class Patterns
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, System.Text.RegularExpressions.Regex> Known = new(StringComparer.Ordinal);

    public static System.Text.RegularExpressions.Regex Of(string pattern) => Known.GetOrAdd(pattern, static text => new(text));
}

//# clean: a static field is set where it is declared, and read
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count(doc => Words.Stop.Contains(doc.Path));

//## Words.cs
public static class Words
{
    static Words() => Stop = new HashSet<string>(StringComparer.Ordinal) { "a", "the" };

    public static IReadOnlySet<string> Stop { get; }
}

//# fault: a registry of models in a static dictionary
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Register(PriceModel fit)
{
    Registry.Add("price", fit);
    return 1;
}

//## Registry.cs
public static class Registry
{
    private static readonly Dictionary<string, PriceModel> Models = new(StringComparer.Ordinal);

    public static void Add(string name, PriceModel model) => {|MLP4010:Models[name] = model|};
}

//# fault: a static event and its counter
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var doc in docs)
    {
        Telemetry.OnRead(doc);
    }

    return docs.Count;
}

//## Telemetry.cs
public static class Telemetry
{
    public static long Bytes;

    public static void OnRead(FileArtifact file) => {|MLP4010:Interlocked.Add(ref Bytes, file.Length)|};
}

//# fault: a queue in a static property of a generic class
//## share Docs.cs
[Stage]
public int Enqueue(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP4010:Pending<string>.Items.Enqueue(doc.Path)|};
    }

    return docs.Count;
}

//## Pending.cs
public static class Pending<T>
{
    public static Queue<T> Items { get; } = new();
}

//# clean: static caches: memoized regular expressions, lazily made tables
//## share Docs.cs
private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, System.Text.RegularExpressions.Regex> Patterns = new(StringComparer.Ordinal);

private static readonly Lazy<int[]> Table = new(() => [.. Enumerable.Range(0, 256)]);

[Stage]
public int Matches(FileSet docs)
{
    var pattern = Patterns.GetOrAdd("[a-z]+", static text => new(text, System.Text.RegularExpressions.RegexOptions.CultureInvariant));
    return docs.Sum(doc => pattern.Count(doc.ReadAllText())) + Table.Value.Length;
}

//# clean: events, delegates and an object's own collections
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var counter = new Counter();
    counter.Changed += (_, value) => counter.History.Add(value);
    foreach (var doc in docs)
    {
        counter.Increment();
    }

    return counter.History.Count;
}

//## Counter.cs
public sealed class Counter
{
    private int _value;

    public event EventHandler<int>? Changed;

    public List<int> History { get; } = [];

    public void Increment() => Changed?.Invoke(this, ++_value);
}

//# fault: numbers are given to texts by a static table
//## share Docs.cs
[Stage]
public int[] Numbers(FileSet docs) => [.. docs.Select(doc => Numbering.Of(doc.Path))];

//## Numbering.cs
public static class Numbering
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Known = new(StringComparer.Ordinal);

    public static int Of(string text) => {|MLP4010:Known|}.GetOrAdd(text, static _ => Known.Count);
}

//# fault: what is kept under a name depends on the object that computed it first
//## share Docs.cs
[Stage]
public double[] Scores(FileSet docs) => [.. docs.Select(doc => new Scorer(docs.Count).Of(doc.Path))];

//## Scorer.cs
public sealed class Scorer(double smoothing)
{
    private static readonly Dictionary<string, double> Known = new(StringComparer.Ordinal);

    public double Of(string text)
    {
        if (!Known.TryGetValue(text, out var score))
        {
            score = text.Length / (text.Length + smoothing);
            {|MLP4010:Known|}[text] = score;
        }

        return score;
    }
}

//# fault: a generic memory is given a function that looks at its object
//## share Docs.cs
[Stage]
public double[] Scores(FileSet docs)
{
    var smoothing = Math.Sqrt(docs.Count);
    return [.. docs.Select(doc => Remember<double>.The(doc.Path, text => text.Length / smoothing))];
}

//## Remember.cs
public static class Remember<T>
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, T> Known = new(StringComparer.Ordinal);

    public static T The(string key, Func<string, T> make) => {|MLP4010:Known|}.GetOrAdd(key, make);
}

//# clean: memories whose keys are all that decides
//## share Docs.cs
[Stage]
public double[] Scores(FileSet docs) => [.. docs.Select(doc => Remember<double>.The(doc.Path, static text => text.Length / 2.0) + new Scorer(docs.Count).Of(doc.Path) + Scorer.Power(3))];

//## Remember.cs
public static class Remember<T>
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, T> Known = new(StringComparer.Ordinal);

    public static T The(string key, Func<string, T> make) => Known.GetOrAdd(key, make);
}

public sealed class Scorer(double smoothing)
{
    private static readonly Dictionary<(string, double), double> Known = [];
    private static readonly Dictionary<string, double> Lengths = new(StringComparer.Ordinal);
    private static readonly double[] Powers = new double[64];

    public double Of(string text)
    {
        var key = (text, smoothing);
        if (!Known.TryGetValue(key, out var score))
        {
            score = Length(text) / (text.Length + smoothing);
            Known[key] = score;
        }

        return score;
    }

    public static double Power(int exponent) => Powers[exponent] > 0 ? Powers[exponent] : Powers[exponent] = Math.Pow(1.5, exponent);

    private static double Length(string text)
    {
        if (!Lengths.ContainsKey(text))
        {
            var length = Measure(text);
            Lengths.TryAdd(text, length);
        }

        return Lengths[text];
    }

    private static double Measure(string text) => Math.Sqrt(text.Length);
}

//# fault: a part of a static object is written
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP4010:Settings.Current|}.Documents = docs.Count;
    return docs.Count;
}

//## Settings.cs
public sealed class Settings
{
    public static Settings Current { get; } = new();

    public int Documents { get; set; }
}

//# clean: a pool of buffers
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var buffer = Buffers.Rent();
    var count = docs.Count + buffer.Length;
    Buffers.Return(buffer);
    return count;
}

//## Buffers.cs
public static class Buffers
{
    private static readonly System.Collections.Concurrent.ConcurrentQueue<byte[]> Free = new();

    public static byte[] Rent() => Free.TryDequeue(out var buffer) ? buffer : new byte[1024];

    public static void Return(byte[] buffer) => Free.Enqueue(buffer);
}

//# fault: a static generator has a seed, and whoever draws first gets other numbers
//## share Docs.cs
[Stage]
public List<int> Sample(FileSet docs) => [.. Enumerable.Range(0, 3).Select(_ => {|MLP4010:Dice.Generator|}.Next(docs.Count))];

//## Dice.cs
public static class Dice
{
    public static Random Generator { get; } = new(Seed: 7);
}

//# fault: a helper keeps its generator in a static field
//## share Docs.cs
[Stage]
public double[] Noise(FileSet docs) => [.. docs.Select(_ => Jitter.Next())];

//## Jitter.cs
public static class Jitter
{
    private static readonly Random _random = new(1);

    public static double Next() => {|MLP4010:_random|}.NextDouble();
}

//# clean: each call has a generator of its own, with a static seed
//## share Docs.cs
[Stage]
public List<int> Sample(FileSet docs) => Dice.Roll(docs.Count);

//## Dice.cs
public static class Dice
{
    private static readonly int _seed = 7;

    public static List<int> Roll(int sides)
    {
        var generator = new Random(_seed);
        return [.. Enumerable.Range(0, 3).Select(_ => generator.Next(sides))];
    }
}
