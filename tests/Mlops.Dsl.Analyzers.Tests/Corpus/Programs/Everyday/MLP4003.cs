//# fault: random weights through a delegate field and a span
//## share Docs.cs
[Stage]
public double[] Weights(FileSet docs)
{
    Span<double> weights = stackalloc double[8];
    new Initializer().Fill(weights);
    return [.. weights, docs.Count];
}

//## Initializer.cs
public sealed class Initializer
{
    private readonly Func<double> _next = () => {|MLP4003:Random.Shared|}.NextDouble() - 0.5;

    public void Fill(Span<double> values)
    {
        foreach (ref var value in values)
        {
            value = _next();
        }
    }
}

//# clean: each worker has a generator of its own
//## share Docs.cs
[Stage]
public double[] Draw(FileSet docs, StageContext context)
{
    var results = new double[docs.Count];
    Parallel.For(0, results.Length, () => 0, (index, _, local) =>
    {
        results[index] = context.CreateRandom(index).NextDouble();
        return local + 1;
    }, _ => { });
    return results;
}

//# clean: a seeded generator through dependency injection of a factory delegate
//## share Docs.cs
[Parameter]
public int Seed { get; init; } = 7;

[Stage]
public int[] Order(FileSet docs)
{
    Func<int, Random> create = salt => new Random(HashSeed(Seed, salt));
    var order = Enumerable.Range(0, docs.Count).ToArray();
    create(3).Shuffle(order);
    return order;

    static int HashSeed(int seed, int salt) => unchecked((seed * 397) ^ salt);
}

//# clean: mini-batches drawn from the context's generator through a helper class and an iterator
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, StageContext context)
{
    var batches = new Batches<House>(train, 32, context.Random);
    var model = new PriceModel(0, 0);
    foreach (var batch in batches.Epoch())
    {
        model = model with { Offset = batch.Average(house => house.Price) };
    }

    return model;
}

//## Batches.cs
public sealed class Batches<T>(IReadOnlyList<T> rows, int size, Random random)
{
    public IEnumerable<IReadOnlyList<T>> Epoch()
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        random.Shuffle(order);
        foreach (var chunk in order.Chunk(size))
        {
            yield return Array.ConvertAll(chunk, index => rows[index]);
        }
    }
}

//# fault: a gaussian in an extension member over the shared generator
//## share Docs.cs
[Stage]
public double[] Noise(FileSet docs) => docs.Select(_ => {|MLP4003:Random.Shared|}.NextGaussian()).ToArray();

//## RandomExtensions.cs
public static class RandomExtensions
{
    extension(Random random)
    {
        public double NextGaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}

//# fault: dropout with a generator per thread
//## share Docs.cs
private static readonly ThreadLocal<Random> Generators = new(() => {|MLP4003:new Random()|});

[Stage]
public bool[] Mask(FileSet docs) => docs.Select(_ => Generators.Value!.NextDouble() < 0.5).ToArray();

//# clean: a learning rate schedule as delegates, a seeded random search, results by grid order
//## share Houses.cs
[Parameter]
public int Seed { get; init; } = 11;

[Stage]
public List<(double Rate, double Loss)> Search(TrainSet<House> train)
{
    var schedules = new Dictionary<string, Func<int, double>>(StringComparer.Ordinal)
    {
        ["constant"] = _ => 0.1,
        ["decay"] = epoch => 0.1 / (1 + epoch),
    };
    var random = new Random(Seed);
    var trials = Enumerable.Range(0, 8).Select(trial => (Name: trial % 2 == 0 ? "constant" : "decay", Start: random.NextDouble())).ToArray();
    var losses = new double[trials.Length];
    Parallel.For(0, trials.Length, trial =>
    {
        var loss = trials[trial].Start;
        for (var epoch = 0; epoch < 10; epoch++)
        {
            loss *= 1 - schedules[trials[trial].Name](epoch);
        }

        losses[trial] = loss + train.Count;
    });
    return [.. trials.Zip(losses, (trial, loss) => (trial.Start, loss)).OrderBy(pair => pair.Item2)];
}

//# fault: a random salt for hashing identifiers
//## share Docs.cs
[Stage]
public List<string> Pseudonyms(FileSet docs)
{
    var salt = {|MLP4003:System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)|};
    return [.. docs.Select(doc => Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(salt, System.Text.Encoding.UTF8.GetBytes(doc.Path))))];
}
