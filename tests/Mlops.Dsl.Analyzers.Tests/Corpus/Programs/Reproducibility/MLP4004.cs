//# fault: a closure
[Stage]
public int Make()
{
    var calls = 0;
    int Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4004:"token".GetHashCode()|} % 64;
    Func<int> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public int Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static int operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: an iterator
[Stage]
public int Make() => All().First();

private static IEnumerable<int> All()
{
    yield return {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: a helper of a helper
[Stage]
public int Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static int Make() => Inner.Make(); }

public static class Inner { public static int Make() => {|MLP4004:"token".GetHashCode()|} % 64; }

//# fault: a local function
[Stage]
public int Make()
{
    return Inner();

    int Inner() => {|MLP4004:"token".GetHashCode()|} % 64;
}

//# fault: a lambda in a local
[Stage]
public int Make()
{
    Func<int> make = () => {|MLP4004:"token".GetHashCode()|} % 64;
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public int Make() => Runner.Run(() => {|MLP4004:"token".GetHashCode()|} % 64);

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public int Make()
{
    var (made, _) = ({|MLP4004:"token".GetHashCode()|} % 64, 1);
    return made;
}

//# fault: a pattern
[Stage]
public int Make() => {|MLP4004:"token".GetHashCode()|} % 64 is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# clean: numbers hash to themselves
[Stage]
public int Bucket() => 12345.GetHashCode() % 64;

//# clean: a hash code that a hash code is made of
[Stage]
public int Distinct() => new HashSet<Token> { new("a"), new("b") }.Count;

//## Token.cs
public sealed class Token(string text) : IEquatable<Token>
{
    public bool Equals(Token? other) => other?.ToString() == text;

    public override bool Equals(object? obj) => Equals(obj as Token);

    public override int GetHashCode() => HashCode.Combine(text, 1);

    public override string ToString() => text;
}

//# clean: a hash of the bytes
[Stage]
public int Bucket() => System.Security.Cryptography.SHA256.HashData("token"u8)[0];

//# clean: a comparer
[Stage]
public int Distinct() => new HashSet<string>(new FirstLetter()) { "ab", "ac" }.Count;

//## FirstLetter.cs
public sealed class FirstLetter : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => x?[0] == y?[0];

    public int GetHashCode(string obj) => obj[..1].GetHashCode();
}

//# fault: a text's hash code as a bucket
//## share Docs.cs
[Stage]
public IReadOnlyList<int> Buckets(FileSet docs) => [.. docs.Select(doc => {|MLP4004:doc.Path.GetHashCode()|} % 16)];

//# fault: by ordinal comparison it is random as well
//## share Docs.cs
[Stage]
public int Bucket(FileSet docs) => {|MLP4004:docs[0].Path.GetHashCode(StringComparison.Ordinal)|} & 15;

//# fault: hash codes are combined
//## share Docs.cs
[Stage]
public int Key(FileSet docs) => {|MLP4004:HashCode.Combine(docs.Count, docs[0].Length)|};

//# fault: of a record with a text
//## share Docs.cs
[Stage]
public int Key(FileSet docs) => {|MLP4004:new Entry(docs[0].Path, docs.Count).GetHashCode()|};

//## Entry.cs
public sealed record Entry(string Path, int Count);

//# fault: of an object without a hash code of its own
//## share Docs.cs
[Stage]
public int Key(FileSet docs) => {|MLP4004:new object().GetHashCode()|} + docs.Count;

//# fault: the hashing trick in a helper
//## share Docs.cs
[Stage]
public double[] Vector(FileSet docs) => Features.Of(docs[0].ReadAllText());

//## Features.cs
public static class Features
{
    public static double[] Of(string text)
    {
        var vector = new double[1024];
        foreach (var word in text.Split(' '))
        {
            vector[({|MLP4004:word.GetHashCode()|} & int.MaxValue) % vector.Length]++;
        }

        return vector;
    }
}

//# fault: a comparer is asked for a text's
//## share Docs.cs
[Stage]
public int Key(FileSet docs) => {|MLP4004:StringComparer.Ordinal.GetHashCode(docs[0].Path)|};

//# clean: a type that overrides it
//## share Docs.cs
[Stage]
public int Distinct(FileSet docs) => docs.Select(doc => new Word(doc.Path)).Distinct().Count();

//## Word.cs
public sealed class Word(string text) : IEquatable<Word>
{
    private readonly string _text = text;

    public bool Equals(Word? other) => other?._text == _text;

    public override bool Equals(object? obj) => Equals(obj as Word);

    public override int GetHashCode() => HashCode.Combine(_text, _text.GetHashCode());
}

//# clean: a comparer for a set
//## share Docs.cs
[Stage]
public int Distinct(FileSet docs) => docs.Select(doc => doc.Path).Distinct(new Short()).Count();

private sealed class Short : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => x?.Length == y?.Length;

    public int GetHashCode(string obj) => obj.Length.GetHashCode();
}

//# clean: a number's hash code is the number
//## share Docs.cs
[Stage]
public int Key(FileSet docs) => docs.Count.GetHashCode();

//# clean: a stable hash
//## share Docs.cs
[Stage]
public string Key(FileSet docs) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(docs[0].ReadAllBytes()));

//# fault: hashing trick in a span helper
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs) => [.. docs.Select(doc => Bucket(doc.Path.AsSpan()))];

[Stage]
public int Count(int[] buckets) => buckets.Length;

private static int Bucket(ReadOnlySpan<char> text) => ({|MLP4004:string.GetHashCode(text)|} & int.MaxValue) % 64;

//# fault: a generic helper hashes what it is given
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs) => [.. docs.Select(doc => Bucket(doc.Path))];

[Stage]
public int Count(int[] buckets) => buckets.Length;

private static int Bucket<T>(T key)
    where T : notnull => ({|MLP4004:key.GetHashCode()|} & int.MaxValue) % 64;

//# clean: a comparer of the user's own
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Distinct(new ByLength()).Count();

//## ByLength.cs
public sealed class ByLength : IEqualityComparer<FileArtifact>
{
    public bool Equals(FileArtifact? x, FileArtifact? y) => x?.Path == y?.Path;

    public int GetHashCode(FileArtifact obj) => HashCode.Combine(obj.Path.GetHashCode(StringComparison.Ordinal), obj.Length);
}

//# clean: a hash of bytes
//## share Docs.cs
[Stage]
public string[] Buckets(FileSet docs) => [.. docs.Select(doc => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(doc.Path))))];

[Stage]
public int Count(string[] buckets) => buckets.Length;

//# fault: feature hashing of a tuple
//## share Docs.cs
[Stage]
public int[] Hash(FileSet docs) => docs.Select(doc => {|MLP4004:(doc.Path, doc.Length).GetHashCode()|} & 1023).ToArray();

//# fault: a hash of many by HashCode's adder, in a switch
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs)
{
    var buckets = new int[16];
    foreach (var doc in docs)
    {
        var hash = new HashCode();
        hash.Add(doc.Path, StringComparer.Ordinal);
        buckets[(uint){|MLP4004:hash.ToHashCode()|} % 16]++;
    }

    return buckets;
}

//# fault: generic feature hashing by the default comparer
//## share Docs.cs
[Stage]
public int[] Hash(FileSet docs) => new Hasher<string>(64).Transform(docs.Select(doc => doc.Path));

//## Hasher.cs
public sealed class Hasher<T>(int buckets)
    where T : notnull
{
    public int[] Transform(IEnumerable<T> values)
    {
        var counts = new int[buckets];
        foreach (var value in values)
        {
            counts[({|MLP4004:EqualityComparer<T>.Default.GetHashCode(value)|} & int.MaxValue) % buckets]++;
        }

        return counts;
    }
}

//# clean: a record struct as a key, its hash code only in a dictionary
//## share Houses.cs
[Stage]
public int Cells(Validated<House> check)
{
    var cells = new Dictionary<Cell, int>();
    foreach (var house in check)
    {
        var cell = new Cell((int)(house.Area / 10), (int)house.Rooms);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _)++;
    }

    return cells.Values.Max();
}

public readonly record struct Cell(int X, int Y);

//# clean: a class that overrides Equals and GetHashCode, in a hash set and in GroupBy
//## share Docs.cs
[Stage]
public int Groups(FileSet docs) => docs.GroupBy(doc => new Suffix(Path.GetExtension(doc.Path))).Count();

//## Suffix.cs
public sealed class Suffix(string text) : IEquatable<Suffix>
{
    private readonly string _text = text;

    public bool Equals(Suffix? other) => other is not null && string.Equals(_text, other._text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as Suffix);

    public override int GetHashCode() => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(_text), 17);
}

//# fault: the hashing trick as a static abstract member
//## share Docs.cs
[Stage]
public int[] Hash(FileSet docs) => [.. docs.Select(doc => Buckets.Of<TextHash>(doc.Path))];

//## Hashing.cs
public interface IHash
{
    static abstract int Of(string text);
}

public sealed class TextHash : IHash
{
    public static int Of(string text) => string.{|MLP4004:GetHashCode(text.AsSpan())|};
}

public static class Buckets
{
    public static int Of<T>(string text)
        where T : IHash => T.Of(text) & 255;
}

//# fault: a deterministic-looking seed from a name's hash code
//## share Docs.cs
[Stage]
public int[] Order(FileSet docs, StageContext context)
{
    var order = Enumerable.Range(0, docs.Count).ToArray();
    new Random({|MLP4004:context.Stage.GetHashCode(StringComparison.Ordinal)|}).Shuffle(order);
    return order;
}

//# clean: entity equality, sets and a record's generated hash code, but no hash code in a result
//## share Docs.cs
[Stage]
public int Distinct(FileSet docs)
{
    var seen = new HashSet<Key>();
    var order = new SortedSet<Key>(Comparer<Key>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name)));
    foreach (var doc in docs)
    {
        var key = new Key(doc.Path, doc.Length);
        if (seen.Add(key) && !key.Equals(null))
        {
            order.Add(key);
        }
    }

    return order.Count + (order.Min?.Name.Length ?? 0);
}

public sealed record Key(string Name, long Length);

//# fault: a comparer by hash codes orders ties
//## share Docs.cs
[Stage]
public List<string> Ranked(FileSet docs) => docs.OrderBy(doc => doc.Length).ThenBy(doc => {|MLP4004:doc.Path.GetHashCode(StringComparison.Ordinal)|}).Select(doc => doc.Path).ToList();

//# fault: the default comparer of a generic type
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs)
{
    var sketch = new Sketch<string>(64);
    foreach (var doc in docs)
    {
        sketch.Add(doc.ReadAllText());
    }

    return sketch.Counts;
}

//## Sketch.cs
public sealed class Sketch<T>
    where T : notnull
{
    private readonly IEqualityComparer<T> _comparer;

    public Sketch(int width, IEqualityComparer<T>? comparer = null)
    {
        _comparer = comparer ?? EqualityComparer<T>.Default;
        Counts = new int[width];
    }

    public int[] Counts { get; }

    public void Add(T item) => Counts[Math.Abs({|MLP4004:_comparer.GetHashCode(item)|} % Counts.Length)]++;
}

//# fault: an ordinal comparer's hash is seeded anew, too
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs)
{
    IEqualityComparer<string> comparer = StringComparer.Ordinal;
    return [.. docs.Select(doc => {|MLP4004:comparer.GetHashCode(doc.Path)|} & 15)];
}

//# clean: a comparer of the compilation's own with a stable hash, and numbers
//## share Docs.cs
[Stage]
public int[] Buckets(FileSet docs)
{
    IEqualityComparer<string> stable = new Stable();
    IEqualityComparer<long> numbers = EqualityComparer<long>.Default;
    return [.. docs.Select(doc => (stable.GetHashCode(doc.Path) ^ numbers.GetHashCode(doc.Length)) & 15)];
}

//## Stable.cs
public sealed class Stable : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => obj.Aggregate(17, static (hash, letter) => (hash * 31) + letter);
}
