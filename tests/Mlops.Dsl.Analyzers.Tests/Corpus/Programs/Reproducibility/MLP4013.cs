//# fault: a task is started and forgotten
[Stage]
public int Fit()
{
    {|MLP4013:Task.Run(() => Math.Sqrt(2))|};
    return 1;
}

//# fault: a task is discarded
[Stage]
public int Fit()
{
    _ = {|MLP4013:Save()|};
    return 1;
}

private static async Task Save() => await Task.Yield();

//# fault: a value task of a helper is dropped
[Stage]
public int Fit() => Trainer.Fit();

//## Trainer.cs
public static class Trainer
{
    public static int Fit()
    {
        _ = {|MLP4013:SaveAsync()|};
        return 1;
    }

    private static async ValueTask SaveAsync() => await Task.Yield();
}

//# fault: an async lambda as an action
[Stage]
public int Fit()
{
    new List<int> { 1, 2 }.ForEach({|MLP4013:async i => await Task.Delay(i)|});
    return 1;
}

//# fault: a parallel loop over an async lambda
[Stage]
public int Fit()
{
    Parallel.ForEach(new[] { 1, 2 }, {|MLP4013:async i => await Task.Delay(i)|});
    return 1;
}

//# fault: in a local function
[Stage]
public int Fit()
{
    Start();
    return 1;

    void Start()
    {
        _ = {|MLP4013:Task.Delay(1)|};
    }
}

//# fault: a continuation
[Stage]
public async Task<int> Fit()
{
    await Task.Yield();
    _ = {|MLP4013:Task.Delay(1).ContinueWith(done => done.IsCompleted, TaskScheduler.Default)|};
    return 1;
}

//# clean: it is awaited
[Stage]
public async Task<int> Fit()
{
    await Task.Run(() => Math.Sqrt(2));
    return 1;
}

//# clean: all are awaited together
[Stage]
public async Task<int> Fit()
{
    var tasks = Enumerable.Range(0, 3).Select(i => Task.Run(() => i)).ToList();
    await Task.WhenAll(tasks);
    return tasks.Count;
}

//# clean: it is waited for
[Stage]
public int Fit()
{
    Task.Run(() => Math.Sqrt(2)).Wait();
    return 1;
}

//# clean: an async lambda where a task is expected
[Stage]
public async Task<int> Fit()
{
    await Parallel.ForEachAsync(new[] { 1, 2 }, async (i, token) => await Task.Delay(i, token));
    return 1;
}

//# fault: nobody waits
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP4013:Warm(docs)|};
    return docs.Count;
}

private static Task Warm(FileSet docs) => Task.Run(() => docs.Sum(doc => doc.ReadAllText().Length));

//# fault: a discard says so
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    _ = {|MLP4013:Task.Run(() => docs.Sum(doc => doc.ReadAllText().Length))|};
    return docs.Count;
}

//# fault: an async lambda where an action is wanted
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var total = 0;
    docs.ToList().ForEach({|MLP4013:async doc =>
    {
        await Task.Yield();
        total += doc.ReadAllText().Length;
    }|});
    return total;
}

//# clean: awaited together
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var tasks = docs.Select(doc => Task.Run(() => doc.ReadAllText().Length)).ToList();
    var lengths = await Task.WhenAll(tasks);
    return lengths.Sum();
}

//# clean: awaited later
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var first = Task.Run(() => docs[0].ReadAllText().Length);
    var rest = docs.Skip(1).Sum(doc => doc.ReadAllText().Length);
    return rest + await first;
}

//# clean: waited for
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var task = Task.Run(() => docs[0].ReadAllText().Length);
    task.Wait();
    return task.Result;
}

//# fault: a task in a loop is forgotten
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP4013:Warm(doc)|};
    }

    return docs.Count;
}

private static async Task Warm(FileArtifact doc)
{
    await Task.Yield();
    _ = doc.Length;
}

//# fault: an async lambda for each
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    docs.ToList().ForEach({|MLP4013:async doc => await Task.Delay((int)doc.Length)|});
    return docs.Count;
}

//# fault: a value task of an extension block
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP4013:docs.WarmAsync()|};
    return docs.Count;
}

//## Extensions.cs
public static class Extensions
{
    extension(FileSet files)
    {
        public async ValueTask WarmAsync() => await Task.Delay(files.Count);
    }
}

//# clean: tasks are collected and awaited
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var tasks = new List<Task<int>>();
    foreach (var doc in docs)
    {
        tasks.Add(Task.Run(() => doc.ReadAllText().Length));
    }

    Task<int> last = Task.FromResult(1);
    var all = await Task.WhenAll(tasks);
    return all.Sum() + await last;
}

//# clean: tasks are waited for
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var task = Task.Run(() => docs.Count);
    task.Wait();
    Task.WaitAll(Task.Delay(1), Task.Delay(2));
    return task.Result;
}

//# fault: checkpoints are saved by a timer's task in a try
//## share Docs.cs
[Stage]
public int Fit(FileSet docs, StageContext context, CancellationToken token)
{
    try
    {
        {|MLP4013:ReportAsync(context, token)|};
        return docs.Count;
    }
    finally
    {
        context.ReportProgress(1);
    }
}

private static async Task ReportAsync(StageContext context, CancellationToken token)
{
    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
    while (await timer.WaitForNextTickAsync(token))
    {
        context.ReportProgress(0.5);
    }
}

//# fault: an async handler of an event
//## share Docs.cs
[Stage]
public int Fit(FileSet docs)
{
    var trainer = new NotifyingTrainer();
    trainer.EpochEnded += {|MLP4013:async (_, epoch) => await Task.Delay(epoch)|};
    return trainer.Fit(docs.Count);
}

//## NotifyingTrainer.cs
public sealed class NotifyingTrainer
{
    public event EventHandler<int>? EpochEnded;

    public int Fit(int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            EpochEnded?.Invoke(this, epoch);
        }

        return epochs;
    }
}

//# fault: tasks are collected and never awaited
//## share Docs.cs
[Stage]
public int Warm(FileSet docs)
{
    {|MLP4013:Task.WhenAll(docs.Select(doc => Task.Run(() => doc.ReadAllText().Length)))|};
    return docs.Count;
}

//# clean: a pipeline of channels whose tasks are awaited at the end, by a list
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token)
{
    var channel = System.Threading.Channels.Channel.CreateUnbounded<long>();
    var workers = new List<Task>();
    for (var worker = 0; worker < 2; worker++)
    {
        var first = worker;
        workers.Add(Task.Run(async () =>
        {
            for (var index = first; index < docs.Count; index += 2)
            {
                await channel.Writer.WriteAsync(docs[index].Length, token);
            }
        }, token));
    }

    var done = Task.WhenAll(workers).ContinueWith(_ => channel.Writer.Complete(), TaskScheduler.Default);
    long sum = 0;
    await foreach (var length in channel.Reader.ReadAllAsync(token))
    {
        sum += length;
    }

    await done;
    return (int)sum;
}

//# clean: a producer and a consumer with tasks in fields and using blocks
//## share Docs.cs
[Stage]
public async Task<int> Read(FileSet docs, CancellationToken token)
{
    await using var prefetch = new Prefetch(docs, token);
    var total = 0;
    while (await prefetch.NextAsync() is { } text)
    {
        total += text.Length;
    }

    return total;
}

//## Prefetch.cs
public sealed class Prefetch(IReadOnlyList<FileArtifact> files, CancellationToken token) : IAsyncDisposable
{
    private Task<string>? _next;
    private int _index;

    public async Task<string?> NextAsync()
    {
        if (_index >= files.Count)
        {
            return null;
        }

        var current = _next ?? File.ReadAllTextAsync(files[_index].Location, token);
        _index++;
        _next = _index < files.Count ? File.ReadAllTextAsync(files[_index].Location, token) : null;
        return await current;
    }

    public async ValueTask DisposeAsync()
    {
        if (_next is not null)
        {
            await _next;
        }
    }
}

//# fault: a value task of a fluent saver is dropped in a using
//## share Docs.cs
[Stage]
public int Save(FileSet docs, StageContext context)
{
    using var stream = context.CreateFile("out.bin");
    {|MLP4013:stream.WriteAsync(docs[0].ReadAllBytes())|};
    return docs.Count;
}

//# fault: a parallel loop's async body is not waited for
//## share Docs.cs
[Stage]
public int Warm(FileSet docs)
{
    Parallel.For(0, docs.Count, {|MLP4013:async index => await File.ReadAllTextAsync(docs[index].Location)|});
    return docs.Count;
}

//# fault: several outer tasks are awaited
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var total = 0;
    await Task.WhenAll(docs.Select(doc => {|MLP4013:Task.Factory.StartNew(async () =>
    {
        await Task.Yield();
        Interlocked.Add(ref total, doc.ReadAllText().Length);
    })|}));
    return total;
}

//# fault: what follows is async, too, and only its beginning is awaited
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var lengths = new int[docs.Count];
    await {|MLP4013:Task.CompletedTask.ContinueWith(async _ =>
    {
        await Task.Yield();
        lengths[0] = docs[0].ReadAllText().Length;
    })|}.ConfigureAwait(false);
    return lengths[0];
}

//# clean: inner tasks are unwrapped, or awaited, too
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var lengths = new int[docs.Count];
    await Task.Factory.StartNew(() => Measure(docs, lengths, 0)).Unwrap();
    await await Task.Factory.StartNew(() => Measure(docs, lengths, 1));
    await Task.Factory.StartNew(() => lengths[0]++);
    return lengths[0] + await await Task.Factory.StartNew(() => Task.FromResult(1));
}

private static async Task Measure(FileSet docs, int[] lengths, int index)
{
    await Task.Yield();
    lengths[index] = docs[index].ReadAllText().Length;
}

//# fault: a query starts tasks, and nobody waits for them
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var lengths = new int[docs.Count];
    _ = {|MLP4013:Enumerable.Range(0, docs.Count).Select(async index => lengths[index] = await Measure(docs[index])).ToArray()|};
    await Task.Yield();
    return lengths.Sum();
}

private static async Task<int> Measure(FileArtifact doc)
{
    await Task.Yield();
    return doc.ReadAllText().Length;
}

//# fault: tasks are kept in locals of which at most the number is asked
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var lengths = new int[docs.Count];
    var first = {|MLP4013:Measure(docs, lengths, 0)|};
    var started = {|MLP4013:Enumerable.Range(1, docs.Count - 1).Select(index => Measure(docs, lengths, index)).ToList()|};
    context.Logger.LogInformation("{Count} were started", started.Count);
    return lengths.Sum();
}

private static async Task Measure(FileSet docs, int[] lengths, int index)
{
    await Task.Yield();
    lengths[index] = docs[index].ReadAllText().Length;
}

//# clean: tasks in locals that are waited for, be it in a loop or by another method
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var lengths = new int[docs.Count];
    var first = Measure(docs, lengths, 0);
    var second = Measure(docs, lengths, 1);
    var rest = Enumerable.Range(2, docs.Count - 2).Select(index => Measure(docs, lengths, index)).ToList();
    await first;
    foreach (var task in rest)
    {
        await task;
    }

    await All(second);
    await Task.WhenAll(docs.Select(async doc => await doc.OpenRead().DisposeAsync()).ToArray());
    return lengths.Sum();
}

private static Task All(Task task) => task;

private static async Task Measure(FileSet docs, int[] lengths, int index)
{
    await Task.Yield();
    lengths[index] = docs[index].ReadAllText().Length;
}
