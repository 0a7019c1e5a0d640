//# fault: the token is looked at, and what takes long is given none
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token)
{
    token.ThrowIfCancellationRequested();
    return await Counter.RunAsync(docs, {|MLP4014:CancellationToken.None|});
}

//## Counter.cs
public static class Counter
{
    public static async Task<int> RunAsync(FileSet files, CancellationToken token)
    {
        var count = 0;
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenRead());
            count += (await reader.ReadToEndAsync(token)).Length;
        }

        return count;
    }
}

//# fault: a helper of the stage has the token, and gives on the default
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token) => await CountAsync(docs, token);

private static async Task<int> CountAsync(FileSet docs, CancellationToken token)
{
    var count = 0;
    foreach (var doc in docs)
    {
        token.ThrowIfCancellationRequested();
        using var reader = new StreamReader(doc.OpenRead());
        count += (await reader.ReadToEndAsync({|MLP4014:default|})).Length;
    }

    return count;
}

//# clean: what tidies up is not to be stopped, and a token is passed on within another
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token)
{
    using var both = CancellationTokenSource.CreateLinkedTokenSource(token);
    var store = new Store();
    try
    {
        return await store.CountAsync(docs, both.Token);
    }
    finally
    {
        await store.LeaveAsync(CancellationToken.None);
        await store.DisposeConnectionAsync(default);
    }
}

//## Store.cs
public sealed class Store
{
    public Task<int> CountAsync(FileSet files, CancellationToken token) => Task.FromResult(token.IsCancellationRequested ? 0 : files.Count);

    public Task LeaveAsync(CancellationToken token) => Task.Delay(1, token);

    public Task DisposeConnectionAsync(CancellationToken token) => Task.Delay(1, token);
}

//# clean: what is begun with no token looks at it
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token) => await Task.Run(
    () =>
    {
        var count = 0;
        foreach (var doc in docs)
        {
            token.ThrowIfCancellationRequested();
            count += doc.ReadAllBytes().Length;
        }

        return count;
    },
    CancellationToken.None);
