//# fault: a loop over epochs
[Stage]
public double Fit(CancellationToken {|MLP4014:cancellationToken|})
{
    var loss = 1.0;
    for (var epoch = 0; epoch < 1000; epoch++)
    {
        loss *= 0.99;
    }

    return loss;
}

//# fault: loops in loops
[Stage]
public int Fit(CancellationToken {|MLP4014:token|})
{
    var steps = 0;
    foreach (var epoch in Enumerable.Range(0, 9))
    {
        while (steps < epoch)
        {
            steps++;
        }
    }

    return steps;
}

//# fault: an await
[Stage]
public async Task<int> Fit(CancellationToken {|MLP4014:token|})
{
    await Task.Delay(1);
    return 1;
}

//# fault: a helper that was given the token
[Stage]
public int Fit(CancellationToken token) => Trainer.Fit(9, token);

//## Trainer.cs
public static class Trainer
{
    public static int Fit(int epochs, CancellationToken {|MLP4014:token|})
    {
        var steps = 0;
        do
        {
            steps++;
        }
        while (steps < epochs);

        return steps;
    }
}

//# fault: an async stream
[Stage]
public async Task<int> Fit(CancellationToken {|MLP4014:token|})
{
    var count = 0;
    await foreach (var item in Items())
    {
        count += item;
    }

    return count;
}

private static async IAsyncEnumerable<int> Items()
{
    await Task.Yield();
    yield return 1;
}

//# fault: a loop in a lambda
[Stage]
public int Fit(CancellationToken {|MLP4014:token|})
{
    Func<int, int> sum = n =>
    {
        var total = 0;
        for (var i = 0; i < n; i++)
        {
            total += i;
        }

        return total;
    };
    return sum(9);
}

//# clean: it is checked in the loop
[Stage]
public int Fit(CancellationToken token)
{
    var steps = 0;
    while (steps < 9)
    {
        token.ThrowIfCancellationRequested();
        steps++;
    }

    return steps;
}

//# clean: it is passed on
[Stage]
public async Task<int> Fit(CancellationToken token)
{
    await Task.Delay(1, token);
    return 1;
}

//# clean: a lambda looks at it
[Stage]
public int Fit(CancellationToken token)
{
    Action check = () => token.ThrowIfCancellationRequested();
    for (var i = 0; i < 9; i++)
    {
        check();
    }

    return 1;
}

//# clean: nothing to interrupt
[Stage]
public int Fit(CancellationToken token) => 1;

//# fault: a long loop that cannot be stopped
//## share Houses.cs
[Stage]
public double Slope(TrainSet<House> train, CancellationToken {|MLP4014:cancellation|})
{
    var slope = 0.0;
    for (var epoch = 0; epoch < 1_000_000; epoch++)
    {
        foreach (var house in train)
        {
            slope += 1e-9 * (house.Price - (slope * house.Area)) * house.Area;
        }
    }

    return slope;
}

//# fault: awaits without it
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken {|MLP4014:cancellation|})
{
    var total = 0;
    foreach (var doc in docs)
    {
        await Task.Delay(10);
        total += doc.ReadAllText().Length;
    }

    return total;
}

//# clean: asked in the loop
//## share Houses.cs
[Stage]
public double Slope(TrainSet<House> train, CancellationToken cancellation)
{
    var slope = 0.0;
    for (var epoch = 0; epoch < 1_000_000 && !cancellation.IsCancellationRequested; epoch++)
    {
        slope += 1e-9 * (train[0].Price - (slope * train[0].Area));
    }

    return slope;
}

//# clean: passed on
//## share Houses.cs
[Stage]
public double Slope(TrainSet<House> train, CancellationToken cancellation) => Descent.Run(train, cancellation);

//## Descent.cs
public static class Descent
{
    public static double Run(IReadOnlyList<House> houses, CancellationToken cancellation)
    {
        var slope = 0.0;
        for (var epoch = 0; epoch < 1_000_000; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            slope += 1e-9 * (houses[0].Price - (slope * houses[0].Area));
        }

        return slope;
    }
}

//# fault: a token of an async stream
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken {|MLP4014:cancellationToken|})
{
    var count = 0;
    await foreach (var doc in Stream(docs))
    {
        count += doc.ReadAllText().Length;
    }

    return count;
}

private static async IAsyncEnumerable<FileArtifact> Stream(FileSet docs)
{
    foreach (var doc in docs)
    {
        await Task.Yield();
        yield return doc;
    }
}

//# clean: a token is used in a lambda
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken cancellationToken)
{
    var sum = 0;
    foreach (var doc in docs)
    {
        Run(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            sum += (int)doc.Length;
        });
    }

    return sum;
}

private static void Run(Action action) => action();

//# clean: a token is kept in an object that the loop asks
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken cancellationToken)
{
    var options = new ParallelOptions { CancellationToken = cancellationToken };
    var sizes = new long[docs.Count];
    Parallel.For(0, docs.Count, options, i => sizes[i] = docs[i].Length);
    return sizes.Length;
}

//# fault: a token that only an inner call's default replaces
//## share Docs.cs
[Stage]
public async Task<int> Read(FileSet docs, CancellationToken {|MLP4014:token|})
{
    var total = 0;
    foreach (var doc in docs)
    {
        total += (await File.ReadAllTextAsync(doc.Location, CancellationToken.None)).Length;
    }

    return total;
}

//# fault: a token of an interface's implementation
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train, CancellationToken token) => new SlowTrainer().Fit(train, token);

//## Trainers.cs
public interface IPriceTrainer
{
    double Fit(IReadOnlyList<House> houses, CancellationToken token);
}

public sealed class SlowTrainer : IPriceTrainer
{
    public double Fit(IReadOnlyList<House> houses, CancellationToken {|MLP4014:token|})
    {
        var slope = 0.0;
        for (var epoch = 0; epoch < 10_000; epoch++)
        {
            slope += 1e-9 * houses.Average(house => house.Price - (slope * house.Area));
        }

        return slope;
    }
}

//# clean: the token goes into an object with a loop, and into a linked source
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken token)
{
    using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
    linked.CancelAfter(TimeSpan.FromMinutes(5));
    var reader = new LineReader(linked.Token);
    return docs.Sum(reader.Count);
}

//## LineReader.cs
public sealed class LineReader(CancellationToken token)
{
    public int Count(FileArtifact file)
    {
        var count = 0;
        foreach (var _ in file.ReadLines())
        {
            token.ThrowIfCancellationRequested();
            count++;
        }

        return count;
    }
}

//# fault: a token of a local helper with recursion
//## share Docs.cs
[Stage]
public int Depth(FileSet docs, CancellationToken token) => new Walker().Walk(docs.Count, token);

//## Walker.cs
public sealed class Walker
{
    public int Walk(int depth, CancellationToken {|MLP4014:token|})
    {
        var total = 0;
        for (var child = 0; child < depth; child++)
        {
            total += Walk(depth - 1, default);
        }

        return total;
    }
}

//# fault: a token of a stage is only passed on in a comment's place: awaits go without it
//## share Docs.cs
[Stage]
public async Task<int> Read(FileSet docs, CancellationToken {|MLP4014:cancellationToken|})
{
    var tasks = docs.Select(doc => Task.Run(() => doc.ReadAllText().Length));
    return (await Task.WhenAll(tasks)).Sum();
}

//# fault: the helper is given no token
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken {|MLP4014:token|}) => Walk.Over(docs, CancellationToken.None);

//## Walk.cs
public static class Walk
{
    public static int Over(FileSet docs, CancellationToken token)
    {
        var count = 0;
        foreach (var doc in docs)
        {
            token.ThrowIfCancellationRequested();
            count += doc.ReadAllText().Length;
        }

        return count;
    }
}

//# fault: a source of its own, that only a timer fires
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken {|MLP4014:token|})
{
    using var own = new CancellationTokenSource(TimeSpan.FromHours(1));
    return docs.AsParallel().AsOrdered().WithCancellation(own.Token).Sum(doc => doc.ReadAllText().Length);
}

//# clean: a source of its own, which the stage's token fires, too
//## share Docs.cs
[Stage]
public int Count(FileSet docs, CancellationToken token)
{
    using var own = new CancellationTokenSource();
    using var registration = token.Register(own.Cancel);
    return docs.AsParallel().AsOrdered().WithCancellation(own.Token).Sum(doc => doc.ReadAllText().Length);
}
