//# fault: a table that one stage fills and another reads
//## share Docs.cs
private readonly Dictionary<string, long> _lengths = [];

[Stage]
public int Measure(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP1007:_lengths|}[doc.Path] = doc.Length;
    }

    return docs.Count;
}

[Stage, After(nameof(Measure))]
public long Longest(FileSet docs) => docs.Max(doc => _lengths.GetValueOrDefault(doc.Path));

//# fault: the same by Add, into a concurrent table
//## share Docs.cs
private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> _lengths = new();

[Stage]
public int Measure(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP1007:this._lengths|}.TryAdd(doc.Path, doc.Length);
    }

    return docs.Count;
}

[Stage, After(nameof(Measure))]
public long Longest(FileSet docs) => docs.Max(doc => this._lengths[doc.Path]);

//# clean: a table that remembers what was computed
//## share Docs.cs
private readonly Dictionary<string, long> _lengths = [];

[Stage]
public long Sum(FileSet docs)
{
    var sum = 0L;
    foreach (var doc in docs)
    {
        if (!_lengths.TryGetValue(doc.Path, out var length))
        {
            _lengths[doc.Path] = length = doc.ReadAllBytes().Length;
        }

        sum += length;
    }

    return sum;
}

[Stage]
public long Longest(FileSet docs)
{
    var longest = 0L;
    foreach (var doc in docs)
    {
        if (!_lengths.TryGetValue(doc.Path, out var length))
        {
            _lengths[doc.Path] = length = doc.ReadAllBytes().Length;
        }

        longest = Math.Max(longest, length);
    }

    return longest;
}
