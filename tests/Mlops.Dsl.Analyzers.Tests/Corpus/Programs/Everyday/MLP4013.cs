//# fault: a task in a conditional expression is dropped, one in a null-conditional call, too
//## share Docs.cs
[Stage]
public int Notify(FileSet docs, [FromServices] INotifier? notifier)
{
    _ = docs.Count > 3 ? {|MLP4013:SlowAsync()|} : Task.CompletedTask;
    notifier?{|MLP4013:.NotifyAsync(docs.Count)|};
    return docs.Count;
}

private static async Task SlowAsync() => await Task.Yield();

public interface INotifier
{
    Task NotifyAsync(int count);
}

//# clean: a background queue that is drained and awaited before the stage ends
//## share Docs.cs
[Stage]
public async Task<int> Process(FileSet docs, CancellationToken token)
{
    await using var queue = new WorkQueue(2, token);
    foreach (var doc in docs)
    {
        await queue.EnqueueAsync(() => doc.ReadAllText().Length);
    }

    return await queue.CompleteAsync();
}

//## WorkQueue.cs
public sealed class WorkQueue : IAsyncDisposable
{
    private readonly System.Threading.Channels.Channel<Func<int>> _channel = System.Threading.Channels.Channel.CreateBounded<Func<int>>(8);
    private readonly Task<int>[] _workers;
    private readonly CancellationToken _token;

    public WorkQueue(int workers, CancellationToken token)
    {
        _token = token;
        _workers = [.. Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, token))];
    }

    public ValueTask EnqueueAsync(Func<int> work) => _channel.Writer.WriteAsync(work, _token);

    public async Task<int> CompleteAsync()
    {
        _channel.Writer.TryComplete();
        return (await Task.WhenAll(_workers)).Sum();
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await Task.WhenAll(_workers);
    }

    private async Task<int> WorkAsync()
    {
        var sum = 0;
        await foreach (var work in _channel.Reader.ReadAllAsync(_token))
        {
            sum += work();
        }

        return sum;
    }
}
