//# fault: numbers given as tasks end
//## share Docs.cs
[Stage]
public async Task<Dictionary<string, int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var index = new Dictionary<string, int>(StringComparer.Ordinal);
    await foreach (var task in Task.WhenEach(docs.Select(d => Task.Run(() => d.ReadAllText()))))
    {
        {|MLP4006:index.TryAdd(await task, index.Count)|};
    }

    return index;
}

//# clean: each result to its place
//## share Docs.cs
[Stage]
public async Task<int[]> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new int[docs.Count];
    await foreach (var task in Task.WhenEach(docs.Select((d, i) => Task.Run(() => (i, d.ReadAllText().Length)))))
    {
        var (i, size) = await task;
        sizes[i] = size;
    }

    return sizes;
}

//# clean: sorted after tasks ended
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    await foreach (var task in Task.WhenEach(docs.Select(d => Task.Run(() => d.ReadAllText().Length))))
    {
        sizes.Add(await task);
    }

    sizes.Sort();
    return sizes;
}

//# clean: put in the order of their numbers
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<(int Index, int Size)>();
    await foreach (var task in Task.WhenEach(docs.Select((d, i) => Task.Run(() => (i, d.ReadAllText().Length)))))
    {
        sizes.Add(await task);
    }

    return sizes.OrderBy(s => s.Index).Select(s => s.Size).ToList();
}

//# clean: whole numbers of tasks as they end
//## share Docs.cs
[Stage]
public async Task<long> Sizes(FileSet docs)
{
    await Task.Yield();
    var sum = 0L;
    await foreach (var task in Task.WhenEach(docs.Select(d => Task.Run(() => d.Length))))
    {
        sum += await task;
    }

    return sum;
}

//# clean: a task and a timeout
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    foreach (var d in docs)
    {
        var read = Task.Run(() => d.ReadAllText().Length);
        await Task.WhenAny(read, Task.Delay(1000));
        sizes.Add(await read);
    }

    return sizes;
}

//# clean: a channel that one thread fills
//## share Docs.cs
[Stage]
public async Task<List<string>> Sizes(FileSet docs)
{
    await Task.Yield();
    var channel = Channel.CreateUnbounded<string>();
    var producer = Task.Run(() =>
    {
        foreach (var d in docs)
        {
            channel.Writer.TryWrite(d.ReadAllText());
        }

        channel.Writer.Complete();
    });
    var all = new List<string>();
    await foreach (var text in channel.Reader.ReadAllAsync())
    {
        all.Add(text);
    }

    await producer;
    return all;
}

//## Usings.cs
global using System.Threading.Channels;

//# clean: a queue that one thread fills
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var queue = new ConcurrentQueue<int>();
    foreach (var d in docs)
    {
        queue.Enqueue(d.ReadAllText().Length);
    }

    return queue.ToList();
}

//## Usings.cs
global using System.Collections.Concurrent;

//# clean: a sorted queue
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var queue = new ConcurrentQueue<int>();
    Parallel.ForEach(docs, d => queue.Enqueue(d.ReadAllText().Length));
    return queue.Order().ToList();
}

//## Usings.cs
global using System.Collections.Concurrent;

//# clean: a sorted dictionary by path
//## share Docs.cs
[Stage]
public async Task<SortedDictionary<string, int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
    var pending = docs.Select(d => Task.Run(() => (d.Path, d.ReadAllText().Length))).ToList();
    while (pending.Count > 0)
    {
        var done = await Task.WhenAny(pending);
        pending.Remove(done);
        var (path, size) = await done;
        sizes.Add(path, size);
    }

    return sizes;
}

//# clean: a list of each task
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var tasks = new List<Task<List<int>>>();
    foreach (var d in docs)
    {
        var lengths = new List<int>();
        tasks.Add(Task.Run(() =>
        {
            foreach (var line in d.ReadLines())
            {
                lengths.Add(line.Length);
            }

            return lengths;
        }));
    }

    return (await Task.WhenAll(tasks)).SelectMany(l => l).ToList();
}

//# clean: each round waits for its task
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    foreach (var d in docs)
    {
        await Task.Run(() => sizes.Add(d.ReadAllText().Length));
    }

    return sizes;
}

//# clean: a list of each async lambda
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var result = await Task.WhenAll(docs.Select(async d =>
    {
        var own = new List<int>();
        own.Add(await Task.Run(() => d.ReadAllText().Length));
        return own;
    }));
    return result.SelectMany(x => x).ToList();
}

//# clean: one task fills the list
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    await Task.Run(() =>
    {
        foreach (var d in docs)
        {
            sizes.Add(d.ReadAllText().Length);
        }
    });
    return sizes;
}

//# fault: words get their number by a counter of threads
//## share Docs.cs
[Stage]
public Dictionary<string, int> Words(FileSet docs)
{
    var next = 0;
    var index = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc =>
    {
        foreach (var word in doc.ReadAllText().Split(' '))
        {
            index.GetOrAdd(word, _ => {|MLP4006:Interlocked.Increment(ref next)|} - 1);
        }
    });
    return new(index, StringComparer.Ordinal);
}

//# fault: a vocabulary with a lock that counts what it has
//## share Docs.cs
[Stage]
public IReadOnlyDictionary<string, int> Words(FileSet docs)
{
    var vocabulary = new Vocabulary();
    docs.AsParallel().ForAll(doc =>
    {
        foreach (var word in doc.ReadAllText().Split(' '))
        {
            {|MLP4006:vocabulary.Add(word)|};
        }
    });
    return vocabulary.Index;
}

//## Vocabulary.cs
public sealed class Vocabulary
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Index => _index;

    public void Add(string word)
    {
        lock (_lock)
        {
            _index.TryAdd(word, _index.Count);
        }
    }
}

//# fault: results are put where the counter of threads is
//## share Docs.cs
[Stage]
public string[] Titles(FileSet docs)
{
    var titles = new string[docs.Count];
    var next = -1;
    Parallel.ForEach(docs, doc => titles[{|MLP4006:Interlocked.Increment(ref next)|}] = doc.ReadAllText().Trim());
    return titles;
}

//# fault: a record is numbered by arrival
//## share Docs.cs
[Stage]
public async Task<Numbered[]> Numbers(FileSet docs)
{
    var counter = new Counter();
    return await Task.WhenAll(docs.Select(doc => Task.Run(() => counter.Number(doc.Path))));
}

//## Counter.cs
public sealed record Numbered(int Number, string Path);

public sealed class Counter
{
    private int _last;

    public Numbered Number(string path) => new({|MLP4006:Interlocked.Increment(ref _last)|}, path);
}

//# fault: under a lock, an entry gets how many there are
//## share Docs.cs
[Stage]
public Dictionary<string, int> Words(FileSet docs)
{
    var index = new Dictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc =>
    {
        lock (index)
        {
            {|MLP4006:index[doc.ReadAllText()] = index.Count|};
        }
    });
    return index;
}

//# clean: threads count, take the next piece of work, and tell how far they are
//## share Docs.cs
[Stage]
public long[] Sizes(FileSet docs, StageContext context)
{
    var sizes = new long[docs.Count];
    var next = -1;
    var done = 0;
    long total = 0;
    Parallel.For(0, 4, _ =>
    {
        int i;
        while ((i = Interlocked.Increment(ref next)) < sizes.Length)
        {
            sizes[i] = docs[i].ReadAllText().Length;
            Interlocked.Add(ref total, sizes[i]);
            var count = Interlocked.Increment(ref done);
            if (count % 10 == 0)
            {
                context.ReportProgress((double)count / sizes.Length, $"{count} files");
            }
        }
    });
    context.LogMetric("total", total);
    return sizes;
}

//# clean: threads count words, which are numbered in order afterwards
//## share Docs.cs
[Stage]
public Dictionary<string, int> Words(FileSet docs)
{
    var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
    Parallel.ForEach(docs, doc => counts.AddOrUpdate(doc.ReadAllText(), 1, static (_, count) => count + 1));
    var index = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var word in counts.Keys.Order(StringComparer.Ordinal))
    {
        index.Add(word, index.Count);
    }

    return index;
}

//# fault: a helper of the vocabulary counts
//## share Docs.cs
[Stage]
public Dictionary<string, int> Words(FileSet docs)
{
    var vocabulary = new Vocabulary();
    Parallel.ForEach(docs, doc => vocabulary.IndexOf(doc.ReadAllText()));
    return vocabulary.ToDictionary();
}

//## Vocabulary.cs
public sealed class Vocabulary
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _index = new(StringComparer.Ordinal);
    private int _last;

    public int IndexOf(string word) => _index.GetOrAdd(word, _ => Next());

    public Dictionary<string, int> ToDictionary() => new(_index, StringComparer.Ordinal);

    private int Next() => {|MLP4006:Interlocked.Increment(ref _last)|};
}

//# clean: numbers of requests, for the log
//## share Docs.cs
[Stage]
public long[] Sizes(FileSet docs, StageContext context)
{
    var requests = new Requests();
    return docs.AsParallel().AsOrdered().Select(doc =>
    {
        context.Logger.LogDebug("request {Number}", requests.Next());
        return (long)doc.ReadAllText().Length;
    }).ToArray();
}

//## Requests.cs
public sealed class Requests
{
    private int _last;

    public int Next() => Interlocked.Increment(ref _last);
}

//# fault: a parallel query in words, and one that is kept in a local first
//## share Docs.cs
[Stage]
public long[] Sizes(FileSet docs)
{
    var lines = docs.AsParallel().Select(doc => (long)doc.ReadLines().Count());
    var sizes = {|MLP4006:(from doc in docs.AsParallel() let size = doc.Length where size > 0 select size).ToArray()|};
    return [.. sizes, .. {|MLP4006:lines.ToArray()|}];
}

//# clean: a query in words that keeps the order, one that is sorted, and one that is counted
//## share Docs.cs
[Stage]
public long[] Sizes(FileSet docs)
{
    var ordered = docs.AsParallel().AsOrdered().Select(doc => doc.Length);
    var sizes = (from doc in docs.AsParallel().AsOrdered() where doc.Length > 0 select doc.Length).ToArray();
    var sorted = (from doc in docs.AsParallel() orderby doc.Path select doc.Length).ToArray();
    var number = (from doc in docs.AsParallel() where doc.Length > 9 select doc).Count();
    return [.. ordered.ToArray(), .. sizes, .. sorted, number];
}
