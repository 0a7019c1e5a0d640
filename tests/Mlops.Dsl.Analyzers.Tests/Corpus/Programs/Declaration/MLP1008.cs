//# fault: a parameter is set in a stage
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    {|MLP1008:Rounds = docs.Count|};
    return Rounds;
}

[Source("docs/*.xml")]
public partial FileSet Docs();

//# clean: a local variable has the parameter's name
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    var rounds = Rounds;
    rounds += docs.Count;
    return rounds;
}

[Source("docs/*.xml")]
public partial FileSet Docs();

//# clean: what a constructor and an object initializer may set, and a struct copy with other values
//## share Docs.cs
[Parameter]
public int Rounds { get; set; }

public TestPipeline() => Rounds = 4;

[Stage]
public int Count(FileSet docs)
{
    var (rounds, step) = new Steps(Rounds, 1);
    for (rounds = 0; rounds < Rounds; rounds += step)
    {
    }

    var copy = new Options { Rounds = rounds };
    copy.Rounds++;
    (copy.Rounds, rounds) = (rounds, copy.Rounds);
    return docs.Count * copy.Rounds;
}

private sealed record Steps(int Rounds, int Step);

private sealed class Options
{
    public int Rounds { get; set; }
}

//# fault: stages share what a read-only field refers to
//## share Docs.cs
private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

private Queue<int> Lengths { get; } = new();

[Stage]
public int Scan(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP1007:_seen|}.Add(doc.Path);
        {|MLP1007:Lengths|}.Enqueue((int)doc.Length);
    }

    return docs.Count;
}

[Stage]
public int Seen(int scan) => _seen.Count + Lengths.Peek() + scan;

//# fault: stages draw from one generator, and count in one object
//## share Docs.cs
private readonly Random _random = new(42);
private readonly Tally _tally = new();

[Stage]
public int Draw(FileSet docs)
{
    {|MLP1007:_tally|}.Count(docs);
    return {|MLP1007:_random|}.Next(docs.Count);
}

//## Tally.cs
public sealed class Tally
{
    public int Documents { get; private set; }

    public void Count(FileSet docs) => Documents += docs.Count;
}

//# clean: a lock, a list that only the constructor fills, and a memory of what is computed from its key
//## share Docs.cs
private readonly Lock _lock = new();
private readonly List<string> _stopWords;
private readonly Dictionary<string, int> _lengths = new(StringComparer.Ordinal);

public TestPipeline()
{
    _stopWords = [];
    _stopWords.Add("the");
}

[Stage]
public int Count(FileSet docs)
{
    var total = 0;
    foreach (var doc in docs.Where(doc => !_stopWords.Contains(doc.Path)))
    {
        lock (_lock)
        {
            _lengths.TryAdd(doc.Path, doc.Path.Length);
            total += _lengths[doc.Path];
        }
    }

    return total;
}
