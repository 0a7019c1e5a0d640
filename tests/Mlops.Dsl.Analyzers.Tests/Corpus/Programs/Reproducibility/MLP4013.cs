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
