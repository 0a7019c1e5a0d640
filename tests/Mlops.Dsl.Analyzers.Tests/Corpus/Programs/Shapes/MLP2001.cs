//# fault: copied into an array by a span
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var rows = new House[parse.Count];
    parse.AsSpan().CopyTo(rows);
    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a ref parameter is filled
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    House[] rows = [];
    Fill(ref rows, parse);
    return PriceModel.Fit({|MLP2001:rows|});
}

private static void Fill(ref House[] rows, IReadOnlyList<House> from)
{
    Array.Resize(ref rows, from.Count);
    for (var i = 0; i < from.Count; i++)
    {
        rows[i] = from[i];
    }
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: TryGet with an out parameter and a guard
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => TrySelect(parse, out var rows) ? PriceModel.Fit({|MLP2001:rows|}) : new PriceModel(0, 0);

private static bool TrySelect(Raw<House> houses, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IReadOnlyList<House>? selected)
{
    selected = houses.Count > 10 ? houses : null;
    return selected is not null;
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: static abstract members of a generic trainer
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => Run<LineTrainer>(parse);

private static PriceModel Run<T>(IReadOnlyList<House> rows)
    where T : ITrainer => T.Train({|MLP2001:rows|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainers.cs
public interface ITrainer
{
    static abstract PriceModel Train(IReadOnlyList<House> rows);
}

public sealed class LineTrainer : ITrainer
{
    public static PriceModel Train(IReadOnlyList<House> rows) => new(rows.Average(house => house.Price / house.Area), 0);
}

//# fault: a default member of an interface fits
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => ((ILearner)new Learner()).Run(parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Learner.cs
public interface ILearner
{
    PriceModel Run(IReadOnlyList<House> rows) => PriceModel.Fit({|MLP2001:rows|});
}

public sealed class Learner : ILearner;

//# fault: behind a conditional access
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var learner = parse.Count > 10 ? new Learner() : null;
    return learner?.Fit({|MLP2001:parse|}) ?? new PriceModel(0, 0);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Learner.cs
public sealed class Learner
{
    public PriceModel Fit(IReadOnlyList<House> rows) => new(rows[0].Price, 0);
}

//# fault: an alias hides the tuple's type
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check)
{
    var sets = Both(parse, check);
    return PriceModel.Fit({|MLP2001:sets.Item1|});
}

private static Pair Both(Raw<House> first, Validated<House> second) => (first, second);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Aliases.cs
global using Pair = (System.Collections.Generic.IReadOnlyList<House> First, System.Collections.Generic.IReadOnlyList<House> Second);

//# fault: an async stream from the source to the training
//## share Houses.cs
[Stage]
public async Task<PriceModel> Learn(Raw<House> parse, CancellationToken cancellationToken)
{
    var rows = await Slowly(parse, cancellationToken).Where(house => house.Area > 1).ToListAsync(cancellationToken);
    return PriceModel.Fit({|MLP2001:rows|});
}

private static async IAsyncEnumerable<House> Slowly(IEnumerable<House> houses, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
{
    foreach (var house in houses)
    {
        await Task.Delay(1, cancellationToken);
        yield return house;
    }
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: through a channel
//## share Houses.cs
[Stage]
public async Task<PriceModel> Learn(Raw<House> parse, CancellationToken cancellationToken)
{
    var channel = System.Threading.Channels.Channel.CreateUnbounded<House>();
    foreach (var house in parse)
    {
        await channel.Writer.WriteAsync(house, cancellationToken);
    }

    channel.Writer.Complete();
    var rows = new List<House>();
    await foreach (var house in channel.Reader.ReadAllAsync(cancellationToken))
    {
        rows.Add(house);
    }

    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: through a queue and a dictionary
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var byId = new Dictionary<string, House>(StringComparer.Ordinal);
    foreach (var house in parse)
    {
        byId[house.Id] = house;
    }

    var queue = new Queue<House>(byId.Values);
    var rows = new List<House>();
    while (queue.TryDequeue(out var next))
    {
        rows.Add(next);
    }

    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: the parts of the pipeline lie in two files
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => Prepared(parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Part.cs
public sealed partial class TestPipeline
{
    private partial IReadOnlyList<House> Keep(IReadOnlyList<House> houses);

    private PriceModel Prepared(IReadOnlyList<House> houses) => PriceModel.Fit({|MLP2001:Keep(houses)|});
}

//## Part2.cs
public sealed partial class TestPipeline
{
    private partial IReadOnlyList<House> Keep(IReadOnlyList<House> houses) => [.. houses.Where(house => house.Rooms > 0)];
}

//# fault: a generic cache hands the rows out again
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var cache = new Cache<IReadOnlyList<House>>();
    cache.Put("raw", parse);
    return PriceModel.Fit({|MLP2001:cache.Get("raw")|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Cache.cs
public sealed class Cache<T>
{
    private readonly Dictionary<string, T> _items = new(StringComparer.Ordinal);

    public void Put(string key, T item) => _items[key] = item;

    public T Get(string key) => _items.TryGetValue(key, out var item) ? item : throw new KeyNotFoundException(key);
}

//# fault: a lazy value
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var rows = new Lazy<IReadOnlyList<House>>(() => [.. parse.OrderBy(house => house.Area)]);
    return PriceModel.Fit({|MLP2001:rows.Value|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a task in between
//## share Houses.cs
[Stage]
public async Task<PriceModel> Learn(Raw<House> parse)
{
    var sorting = Task.Run(() => parse.OrderBy(house => house.Area).ToList());
    await Task.WhenAll(sorting);
    return PriceModel.Fit({|MLP2001:await sorting|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: feature and label columns, taken apart
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public PriceModel Learn(FileArtifact table)
{
    var lines = table.ReadAllText().Split('\n');
    var areas = new double[lines.Length];
    var prices = new double[lines.Length];
    for (var i = 0; i < lines.Length; i++)
    {
        var cells = lines[i].Split(',');
        areas[i] = double.Parse(cells[0], CultureInfo.InvariantCulture);
        prices[i] = double.Parse(cells[1], CultureInfo.InvariantCulture);
    }

    return Regression.FitLine({|MLP2001:areas|}, {|MLP2001:prices|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Regression.cs
public static class Regression
{
    public static PriceModel FitLine(double[] x, double[] y) => new(y.Sum() / x.Sum(), 0);
}

//# fault: images of a folder are learned as they come
[Source("images/*.bin")]
public partial FileSet Images();

[Stage]
public ImageModel Learn(FileSet images)
{
    var trainer = new ImageTrainer();
    foreach (var image in images)
    {
        var pixels = image.ReadAllBytes();
        trainer.TrainStep({|MLP2001:pixels|}, {|MLP2001:image.Path.StartsWith("cat", StringComparison.Ordinal)|});
    }

    return trainer.Model;
}

[Stage]
public int Size(ImageModel learn) => learn.Weights.Count;

//## Images.cs
public sealed record ImageModel(IReadOnlyList<float> Weights);

public sealed class ImageTrainer
{
    private readonly float[] _weights = new float[16];

    public ImageModel Model => new(_weights);

    public void TrainStep(byte[] pixels, bool isCat)
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] += (isCat ? 1 : -1) * pixels[i] / 255f;
        }
    }
}

//# fault: deserialized ratings train a recommender
[Source("ratings.json")]
public partial FileArtifact Ratings();

[Stage]
public IReadOnlyList<double> Factors(FileArtifact ratings)
{
    using var stream = ratings.OpenRead();
    var all = System.Text.Json.JsonSerializer.Deserialize<List<Rating>>(stream) ?? [];
    return Factorization.Train({|MLP2001:all|});
}

[Stage]
public int Size(IReadOnlyList<double> factors) => factors.Count;

//## Ratings.cs
public sealed record Rating(int User, int Item, double Stars);

public static class Factorization
{
    public static IReadOnlyList<double> Train(IReadOnlyList<Rating> ratings) => [.. ratings.GroupBy(rating => rating.Item).Select(group => group.Average(rating => rating.Stars))];
}

//# fault: a reader with state
[Source("series.csv")]
public partial FileArtifact Series();

[Stage]
public double[] Smooth(FileArtifact series)
{
    using var reader = new StreamReader(series.OpenRead());
    var values = new List<double>();
    while (reader.ReadLine() is { Length: > 0 } line)
    {
        values.Add(double.Parse(line, CultureInfo.InvariantCulture));
    }

    var model = new Exponential();
    model.Fit({|MLP2001:values|});
    return [model.Level];
}

[Stage]
public double Level(double[] smooth) => smooth[0];

//## Exponential.cs
public sealed class Exponential
{
    public double Level { get; private set; }

    public void Fit(IEnumerable<double> values) => Level = values.Aggregate(0.0, (level, value) => (0.9 * level) + (0.1 * value));
}

//# fault: raw rows are published by way of a helper object
//## share Houses.cs
//## share Trained.cs
[Stage]
public Bundle Pack(PriceModel fit, Raw<House> {|MLP2001:parse|}) => new(fit) { Examples = [.. parse.Take(5).Select(house => house.Area)] };

[Publish("price"), When(nameof(Accurate))]
public Bundle Release(Bundle pack) => pack;

//## Bundle.cs
public sealed record Bundle(PriceModel Model)
{
    public IReadOnlyList<double> Examples { get; init; } = [];
}
