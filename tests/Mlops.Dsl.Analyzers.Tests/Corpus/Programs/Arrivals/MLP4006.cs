//# fault: tasks as they end
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    var sizes = new List<int>();
    await foreach (var task in Task.WhenEach(docs.Select(doc => Task.Run(() => doc.ReadAllText().Length))))
    {
        {|MLP4006:sizes.Add(await task)|};
    }

    return sizes;
}

//# fault: tasks as they end, by WhenAny
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    var pending = docs.Select(d => Task.Run(() => d.ReadAllText().Length)).ToList();
    while (pending.Count > 0)
    {
        var done = await Task.WhenAny(pending);
        pending.Remove(done);
        {|MLP4006:sizes.Add(await done)|};
    }

    return sizes;
}

//# fault: a channel that tasks of a loop fill
//## share Docs.cs
[Stage]
public async Task<List<string>> Sizes(FileSet docs)
{
    await Task.Yield();
    var channel = Channel.CreateUnbounded<string>();
    var writers = new List<Task>();
    foreach (var d in docs)
    {
        writers.Add(Task.Run(() => Produce(d, channel.Writer)));
    }

    await Task.WhenAll(writers);
    channel.Writer.Complete();
    var all = new List<string>();
    while (await channel.Reader.WaitToReadAsync())
    {
        while (channel.Reader.TryRead(out var text))
        {
            {|MLP4006:all.Add(text)|};
        }
    }

    return all;
}

private static void Produce(FileArtifact d, ChannelWriter<string> writer) => writer.TryWrite(d.ReadAllText());

//## Usings.cs
global using System.Threading.Channels;

//# fault: a channel that a parallel loop fills
//## share Docs.cs
[Stage]
public async Task<List<string>> Sizes(FileSet docs)
{
    await Task.Yield();
    var channel = Channel.CreateUnbounded<string>();
    await Parallel.ForEachAsync(docs, async (d, token) => await channel.Writer.WriteAsync(d.ReadAllText(), token));
    channel.Writer.Complete();
    return {|MLP4006:await channel.Reader.ReadAllAsync().ToListAsync()|};
}

//## Usings.cs
global using System.Threading.Channels;

//# fault: a queue that several threads fill
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var queue = new ConcurrentQueue<int>();
    Parallel.ForEach(docs, d => queue.Enqueue(d.ReadAllText().Length));
    return {|MLP4006:queue.ToList()|};
}

//## Usings.cs
global using System.Collections.Concurrent;

//# fault: what is taken out of such a queue
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var queue = new ConcurrentQueue<int>();
    Parallel.ForEach(docs, d => queue.Enqueue(d.ReadAllText().Length));
    var list = new List<int>();
    while (queue.TryDequeue(out var size))
    {
        {|MLP4006:list.Add(size)|};
    }

    return list;
}

//## Usings.cs
global using System.Collections.Concurrent;

//# fault: a stack that several threads fill
//## share Docs.cs
[Stage]
public async Task<int[]> Sizes(FileSet docs)
{
    await Task.Yield();
    var queue = new ConcurrentStack<int>();
    Parallel.For(0, docs.Count, i => queue.Push(docs[i].ReadAllText().Length));
    return {|MLP4006:[.. queue]|};
}

//## Usings.cs
global using System.Collections.Concurrent;

//# fault: streams that are merged
//## share Docs.cs
[Stage]
public async Task<List<string>> Sizes(FileSet docs)
{
    await Task.Yield();
    var all = new List<string>();
    await foreach (var line in Merge(docs.Select(Lines)))
    {
        all.Add(line);
    }

    return all;
}

private static async IAsyncEnumerable<string> Lines(FileArtifact d)
{
    foreach (var line in d.ReadLines())
    {
        await Task.Yield();
        yield return line;
    }
}

private static async IAsyncEnumerable<T> Merge<T>(IEnumerable<IAsyncEnumerable<T>> sources)
{
    var channel = Channel.CreateUnbounded<T>();
    var pumps = sources.Select(source => Task.Run(async () =>
    {
        await foreach (var item in source)
        {
            await channel.Writer.WriteAsync(item);
        }
    })).ToArray();
    var closing = Task.WhenAll(pumps).ContinueWith(_ => channel.Writer.Complete());
    await foreach (var item in channel.Reader.ReadAllAsync())
    {
        {|MLP4006:yield return item|};
    }

    await closing;
}

//## Usings.cs
global using System.Threading.Channels;

//# fault: a list that tasks of a query fill
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    await Task.WhenAll(docs.Select(d => Task.Run(() =>
    {
        lock (sizes)
        {
            {|MLP4006:sizes.Add(d.ReadAllText().Length)|};
        }
    })));
    return sizes;
}

//# fault: a list that async lambdas fill
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    await Task.WhenAll(docs.Select(async d =>
    {
        var text = await Task.Run(() => d.ReadAllText());
        lock (sizes)
        {
            {|MLP4006:sizes.Add(text.Length)|};
        }
    }));
    return sizes;
}

//# fault: a list that tasks of a loop fill
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    var tasks = new List<Task>();
    foreach (var d in docs)
    {
        tasks.Add(Task.Run(() =>
        {
            lock (sizes)
            {
                {|MLP4006:sizes.Add(d.ReadAllText().Length)|};
            }
        }));
    }

    await Task.WhenAll(tasks);
    return sizes;
}

//# fault: decimals are added as tasks end
//## share Docs.cs
[Stage]
public async Task<double> Sizes(FileSet docs)
{
    await Task.Yield();
    var sum = 0.0;
    await foreach (var task in Task.WhenEach(docs.Select(d => Task.Run(() => Math.Log(d.Length)))))
    {
        {|MLP4006:sum += await task|};
    }

    return sum;
}

//# fault: a stream of what tasks gave as they ended
//## share Docs.cs
[Stage]
public async Task<List<int>> Sizes(FileSet docs)
{
    await Task.Yield();
    var sizes = new List<int>();
    var tasks = docs.Select(d => Task.Run(() => d.ReadAllText().Length)).ToList();
    await foreach (var size in AsTheyEnd(tasks))
    {
        sizes.Add(size);
    }

    return sizes;
}

private static async IAsyncEnumerable<int> AsTheyEnd(IEnumerable<Task<int>> tasks)
{
    await foreach (var task in Task.WhenEach(tasks))
    {
        {|MLP4006:yield return await task|};
    }
}
