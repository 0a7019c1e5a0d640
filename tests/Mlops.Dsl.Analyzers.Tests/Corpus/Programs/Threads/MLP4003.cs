//# fault: one generator for all rounds of a parallel loop
//## share Docs.cs
[Stage]
public double[] Noise(FileSet docs, StageContext context)
{
    var random = context.CreateRandom(3);
    var noise = new double[docs.Count];
    Parallel.For(0, docs.Count, i => noise[i] = docs[i].Length + {|MLP4003:random|}.NextDouble());
    return noise;
}

//# fault: a helper is given the generator that all threads share
//## share Docs.cs
[Stage]
public int[] Drawn(FileSet docs, StageContext context)
{
    var random = new Random(7);
    return docs.AsParallel().AsOrdered().Select(d => Sampling.Draw(d.ReadAllText(), {|MLP4003:random|})).ToArray();
}

//## Sampling.cs
public static class Sampling
{
    public static int Draw(string text, Random random) => random.Next(text.Length + 1);
}

//# fault: an object that keeps one, used by tasks
//## share Docs.cs
[Stage]
public async Task<double[]> Noise(FileSet docs, StageContext context)
{
    var sampler = new Sampler(context.Random);
    return await Task.WhenAll(docs.Select(d => Task.Run(() => d.Length * {|MLP4003:sampler|}.Next())));
}

//## Sampler.cs
public sealed class Sampler(Random random)
{
    public double Next() => Math.Sqrt(random.NextDouble());
}

//# fault: a lock keeps the generator whole, not its order
//## share Docs.cs
[Stage]
public int[] Order(FileSet docs, StageContext context)
{
    var order = new int[docs.Count];
    var random = context.Random;
    Parallel.ForEach(docs, (doc, _, i) =>
    {
        lock (order)
        {
            order[i] = {|MLP4003:random|}.Next(100);
        }
    });
    return order;
}

//# clean: each round has its own
//## share Docs.cs
[Stage]
public double[] Noise(FileSet docs, StageContext context)
{
    var noise = new double[docs.Count];
    Parallel.For(0, docs.Count, i =>
    {
        var random = context.CreateRandom(i);
        noise[i] = random.NextDouble() + new Sampler(random).Next();
    });
    return noise;
}

//## Sampler.cs
public sealed class Sampler(Random random)
{
    public double Next() => Math.Sqrt(random.NextDouble());
}

//# clean: a table of generators, one for each position, and one draw before the loop
//## share Docs.cs
[Stage]
public double[] Noise(FileSet docs, StageContext context)
{
    var generators = docs.Select((_, i) => context.CreateRandom(i)).ToArray();
    var shift = context.Random.NextDouble();
    var noise = new double[docs.Count];
    Parallel.For(0, docs.Count, i => noise[i] = shift + generators[i].NextDouble());
    return noise;
}
