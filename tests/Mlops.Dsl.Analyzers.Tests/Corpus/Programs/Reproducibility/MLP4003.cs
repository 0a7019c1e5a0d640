//# fault: an extension method
[Stage]
public int Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static int Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4003:Random.Shared|}.Next();
}

//# fault: another part of the class
[Stage]
public int Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private int Own() => {|MLP4003:Random.Shared|}.Next();
}

//# fault: a property
[Stage]
public int Make() => Made;

private int Made => {|MLP4003:Random.Shared|}.Next();

//# fault: the constructor of a helper
[Stage]
public int Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4003:Random.Shared|}.Next();

    public int Value { get; }
}

//# fault: the initializer of a static field
[Stage]
public int Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly int Value = {|MLP4003:Random.Shared|}.Next();
}

//# fault: a closure
[Stage]
public int Make()
{
    var calls = 0;
    int Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4003:Random.Shared|}.Next();
    Func<int> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public int Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static int operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4003:Random.Shared|}.Next();
}

//# fault: an iterator
[Stage]
public int Make() => All().First();

private static IEnumerable<int> All()
{
    yield return {|MLP4003:Random.Shared|}.Next();
}

//# fault: a helper of a helper
[Stage]
public int Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static int Make() => Inner.Make(); }

public static class Inner { public static int Make() => {|MLP4003:Random.Shared|}.Next(); }

//# clean: a seed of its own
[Parameter]
public int Seed { get; init; } = 7;

[Stage]
public int Draw() => new Random(Seed).Next();

//# clean: the generator of the context in a lambda
[Stage]
public int[] Draw(StageContext context) => [.. Enumerable.Range(0, 9).OrderBy(_ => context.Random.Next())];

//# clean: a generator that a helper is given
[Stage]
public int Draw(StageContext context) => Dice.Throw(context.CreateRandom(3));

//## Dice.cs
public static class Dice { public static int Throw(Random random) => random.Next(6); }

//# clean: a type named Random
[Stage]
public int Draw() => new Custom.Random().Next();

//## Custom.cs
namespace Custom { public sealed class Random { public int Next() => 4; } }

//# fault: a generator of its own for noise
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check)
{
    var random = {|MLP4003:new Random()|};
    return check.Sum(house => house.Area + random.NextDouble());
}

//# fault: the shared generator
//## share Houses.cs
[Stage]
public double Pick(Validated<House> check) => check[{|MLP4003:Random.Shared|}.Next(check.Count)].Price;

//# fault: a target-typed new
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check)
{
    Random random = {|MLP4003:new()|};
    return check.Count * random.NextDouble();
}

//# fault: shuffled by random keys
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Shuffled(Validated<House> check) => [.. check.OrderBy(_ => {|MLP4003:Random.Shared|}.Next()).Select(house => house.Price)];

//# fault: cryptography's generator
//## share Houses.cs
[Stage]
public int Seeded(Validated<House> check) => {|MLP4003:System.Security.Cryptography.RandomNumberGenerator.GetInt32(check.Count)|};

//# fault: a static helper keeps one
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check) => check.Average(house => house.Area * Noisy.Factor());

//## Noisy.cs
public static class Noisy
{
    private static readonly Random Random = {|MLP4003:new Random()|};

    public static double Factor() => Random.NextDouble();
}

//# fault: a default of a helper's parameter
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check) => Draw(check, null);

private static double Draw(Validated<House> houses, Random? random)
{
    random ??= {|MLP4003:new Random()|};
    return houses[random.Next(houses.Count)].Price;
}

//# fault: seeded by the clock, which is reported where it is read
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check)
{
    var random = new Random({|MLP4001:Environment.TickCount|});
    return check[random.Next(check.Count)].Price;
}

//# fault: inside a local function of a lambda
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Jitter(Validated<House> check)
{
    return [.. check.Select(house =>
    {
        return Jittered(house.Price);

        static double Jittered(double price) => price + {|MLP4003:Random.Shared|}.NextDouble();
    })];
}

//# fault: the model's initial weights
//## share Houses.cs
[Stage]
public PriceModel Start(TrainSet<House> train)
{
    var weights = new Weights();
    return new PriceModel(weights.Slope, train.Average(house => house.Price));
}

//## Weights.cs
public abstract class Initialized
{
    protected Random Generator { get; } = {|MLP4003:new()|};
}

public sealed class Weights : Initialized
{
    public double Slope => Generator.NextDouble();
}

//# clean: the context's generator
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check, StageContext context) => check.Sum(house => house.Area + context.Random.NextDouble());

//# clean: seeded by a parameter
//## share Houses.cs
[Parameter]
public int Seed { get; init; } = 42;

[Stage]
public double Noise(Validated<House> check)
{
    var random = new Random(Seed);
    return check.Sum(house => house.Area + random.NextDouble());
}

//# clean: seeded by a constant, in a helper
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check) => Draw(check, new Random(7));

private static double Draw(Validated<House> houses, Random random) => houses[random.Next(houses.Count)].Price;

//# clean: a generator of the user's own
//## share Houses.cs
[Stage]
public double Noise(Validated<House> check)
{
    var random = new Xorshift();
    return check.Sum(house => house.Area + random.Next());
}

//## Xorshift.cs
public sealed class Xorshift
{
    private uint _state = 2463534242;

    public double Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state / (double)uint.MaxValue;
    }
}

//# clean: waiting for a random time before a retry
//## share Houses.cs
[Stage]
public async Task<int> Count(Validated<House> check, StageContext context, CancellationToken cancellation)
{
    await Task.Delay(context.Random.Next(10), cancellation);
    return check.Count;
}

//# fault: a generator as the default of a parameter
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Draw();

private static int Draw(Random? random = null) => (random ?? {|MLP4003:Random.Shared|}).Next(10);

//# fault: thread-static generators
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Draws.Next();

//## Draws.cs
public static class Draws
{
    [ThreadStatic]
    private static Random? _random;

    public static int Next() => (_random ??= {|MLP4003:new Random()|}).Next();
}

//# fault: weights of a network, in a primary constructor's initializer
//## share Docs.cs
[Stage]
public double Count(FileSet docs) => new Layer(docs.Count).Weights.Sum();

//## Layer.cs
public sealed class Layer(int size)
{
    private static readonly Random Random = {|MLP4003:new()|};

    public double[] Weights { get; } = [.. Enumerable.Range(0, size).Select(_ => Random.NextDouble())];
}

//# clean: the seed comes through a constructor
//## share Docs.cs
[Parameter]
public int Seed { get; init; } = 1;

[Stage]
public double Count(FileSet docs) => new Layer(docs.Count, Seed).Weights.Sum();

//## Layer.cs
public sealed class Layer(int size, int seed)
{
    private readonly Random _random = new(seed);

    public IEnumerable<double> Weights => Enumerable.Range(0, size).Select(_ => _random.NextDouble());
}

//# clean: shuffled by the engine's generator in an extension block
//## share Docs.cs
[Stage]
public string[] Count(FileSet docs, StageContext context) => docs.Select(doc => doc.Path).ToArray().Shuffled(context.Random);

[Stage]
public int Size(string[] count) => count.Length;

//## Extensions.cs
public static class Extensions
{
    extension<T>(T[] items)
    {
        public T[] Shuffled(Random random)
        {
            random.Shuffle(items);
            return items;
        }
    }
}

//# fault: reservoir sampling with a field's generator
//## share Docs.cs
[Stage]
public List<string> Sample(FileSet docs)
{
    var reservoir = new Reservoir<string>(10);
    foreach (var line in docs.SelectMany(doc => doc.ReadLines()))
    {
        reservoir.Offer(line);
    }

    return [.. reservoir.Items];
}

//## Reservoir.cs
public sealed class Reservoir<T>(int size)
{
    private readonly Random _random = {|MLP4003:new()|};
    private int _seen;

    public List<T> Items { get; } = new(size);

    public void Offer(T item)
    {
        if (Items.Count < size)
        {
            Items.Add(item);
        }
        else if (_random.Next(++_seen) is var index && index < size)
        {
            Items[index] = item;
        }
    }
}

//# fault: a bootstrap in an iterator with a defaulted generator
//## share Houses.cs
[Stage]
public double Spread(TrainSet<House> train)
{
    var means = Bootstrap(train, 100).ToArray();
    return means.Max() - means.Min();
}

private static IEnumerable<double> Bootstrap(IReadOnlyList<House> houses, int rounds, Random? random = null)
{
    random ??= {|MLP4003:Random.Shared|};
    for (var round = 0; round < rounds; round++)
    {
        yield return Enumerable.Range(0, houses.Count).Average(_ => houses[random.Next(houses.Count)].Price);
    }
}

//# fault: secrets' generator shuffles
//## share Docs.cs
[Stage]
public int[] Shuffled(FileSet docs)
{
    var order = Enumerable.Range(0, docs.Count).ToArray();
    {|MLP4003:System.Security.Cryptography.RandomNumberGenerator.Shuffle<int>(order)|};
    return order;
}

//# fault: a sample by a shuffled query
//## share Docs.cs
[Stage]
public List<string> Sample(FileSet docs)
{
    return Sampling.Of(docs.Select(doc => doc.Path), 10);
}

//## Sampling.cs
public static class Sampling
{
    public static List<T> Of<T>(IEnumerable<T> all, int count)
    {
        var dealt = from one in {|MLP4003:all.Shuffle()|} select one;
        return dealt.Take(count).ToList();
    }
}

//# clean: shuffled, and put in order again; a shuffle with the context's generator
//## share Docs.cs
[Stage]
public List<string> Paths(FileSet docs, StageContext context)
{
    var paths = docs.Select(doc => doc.Path).ToArray();
    context.Random.Shuffle(paths);
    return [.. paths.Take(3), .. paths.Shuffle().Order(StringComparer.Ordinal)];
}
