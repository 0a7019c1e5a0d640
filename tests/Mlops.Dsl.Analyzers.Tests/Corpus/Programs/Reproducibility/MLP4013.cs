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
