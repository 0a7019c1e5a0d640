//# fault: written by reference into a slot of a dictionary
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var latest = new Dictionary<double, House>();
    foreach (var house in parse)
    {
        ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(latest, 1.0, out _);
        slot = house;
    }

    return PriceModel.Fit({|MLP2001:[.. latest.Values]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a goto and a do loop
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check)
{
    IReadOnlyList<House> rows = check;
    var tries = 0;
again:
    if (rows.Count < 10 && tries++ < 2)
    {
        rows = parse;
        goto again;
    }

    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: unchecked rows take the checked ones' place in a catch
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    IReadOnlyList<House> rows;
    try
    {
        rows = parse.Validate();
    }
    catch (DataValidationException) when (parse.Count > 0)
    {
        rows = parse;
    }

    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: an operator joins two sets
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check) => PriceModel.Fit({|MLP2001:(new Batch(check) + new Batch(parse)).Rows|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Batch.cs
public sealed record Batch(IReadOnlyList<House> Rows)
{
    public static Batch operator +(Batch left, Batch right) => new([.. left.Rows, .. right.Rows]);
}

//# fault: an implicit conversion makes a matrix
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    Matrix matrix = parse.ToArray();
    return Matrix.Fit({|MLP2001:matrix|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Matrix.cs
public sealed class Matrix
{
    private double[][] Values { get; init; } = [];

    public static implicit operator Matrix(House[] houses) => new() { Values = [.. houses.Select(house => new[] { house.Area, house.Price })] };

    public static PriceModel Fit(Matrix matrix) => new(matrix.Values[0][1], 0);
}

//# fault: the indexer of a user's frame
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var frame = new Frame { ["area"] = [.. parse.Select(house => house.Area)] };
    frame["price"] = [.. parse.Select(house => house.Price)];
    return Frame.Fit({|MLP2001:frame["area"]|}, {|MLP2001:frame["price"]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Frame.cs
public sealed class Frame
{
    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    public double[] this[string column]
    {
        get => _columns[column];
        set => _columns[column] = value;
    }

    public static PriceModel Fit(double[] x, double[] y) => new(y[0] / x[0], 0);
}

//# fault: a recursive helper
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => PriceModel.Fit({|MLP2001:Halve(parse, 3)|});

private static IReadOnlyList<House> Halve(IReadOnlyList<House> rows, int times) => times == 0 ? rows : Halve([.. rows.Take(rows.Count / 2)], times - 1);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: mutually recursive local functions
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    return PriceModel.Fit({|MLP2001:Even(parse, 4)|});

    IReadOnlyList<House> Even(IReadOnlyList<House> rows, int n) => n == 0 ? rows : Odd([.. rows.Skip(1)], n - 1);
    IReadOnlyList<House> Odd(IReadOnlyList<House> rows, int n) => n == 0 ? [] : Even([.. rows.Reverse()], n - 1);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: published out of a nested tuple of a list of tasks
//## share Houses.cs
//## share Trained.cs
[Stage]
public async Task<IReadOnlyList<double>> Samples(Raw<House> parse)
{
    var tasks = parse.Take(3).Select(async house =>
    {
        await Task.Yield();
        return (house.Id, (house.Area, house.Price));
    });
    var all = await Task.WhenAll(tasks);
    return [.. all.Select(item => item.Item2.Price)];
}

[Publish("price"), When(nameof(Accurate))]
public Card Release(PriceModel fit, IReadOnlyList<double> {|MLP2001:samples|}) => new(fit, samples);

//## Card.cs
public sealed record Card(PriceModel Model, IReadOnlyList<double> Examples);

//# fault: a pretrained vocabulary comes in unchecked
//## share Houses.cs
[Source("areas.txt")]
public partial FileArtifact Areas();

[Stage]
public PriceModel Learn(TrainSet<House> train, FileArtifact areas)
{
    var factor = areas.ReadLines().Select(line => double.Parse(line, CultureInfo.InvariantCulture)).Average();
    return PriceModel.Fit({|MLP2001:[.. train.Select(house => house with { Area = house.Area * factor })]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: rows are validated in a constructor
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => new Trainer(parse).Run();

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainer.cs
public sealed class Trainer
{
    private readonly Validated<House> _houses;

    public Trainer(Raw<House> houses) => _houses = houses.Validate(0.1);

    public PriceModel Run() => PriceModel.Fit([.. _houses.Where(house => house.Rooms > 1)]);
}

//# clean: a chunked loop validates each chunk
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Learn(Raw<House> parse)
{
    var models = new List<PriceModel>();
    foreach (var chunk in parse.Chunk(100))
    {
        var valid = new Raw<House>(chunk).Validate();
        models.Add(PriceModel.Fit(valid));
    }

    return models;
}

[Stage]
public double Slope(IReadOnlyList<PriceModel> learn) => learn[0].Slope;

//# clean: an interface with a validating implementation
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    IAdmission admission = new Strict();
    return PriceModel.Fit(admission.Admit(parse));
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Admission.cs
public interface IAdmission
{
    IReadOnlyList<House> Admit(Raw<House> houses);
}

public sealed class Strict : IAdmission
{
    public IReadOnlyList<House> Admit(Raw<House> houses) => houses.Validate();
}

//# clean: the report of the validation is published
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public Card Release(PriceModel fit, Validated<House> check) => new(fit, check.Report.RowsRejected, check.Report.InvalidShare);

//## Card.cs
public sealed record Card(PriceModel Model, int Rejected, double Share);

//# clean: a source of the user's own returns validated rows
[Source(Version = nameof(Revision))]
public Validated<House> Houses() => new Raw<House>([new("a", 30, 2, 100_000)]).Validate();

private string Revision => "3";

[Stage]
public PriceModel Learn(Validated<House> houses) => PriceModel.Fit(houses);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a model is built by hand, and published
//## share Houses.cs
[Stage]
public PriceModel Build(Raw<House> {|MLP2001:parse|}) => new(parse.Average(house => house.Price / house.Area), 0);

[Stage]
public double Error(PriceModel build, TrainSet<House> train, TestSet<House> test) => train.Concat(test).Average(house => Math.Abs(build.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel build) => build;

//# fault: a gate decides by a score on raw rows
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Score(PriceModel fit, Raw<House> {|MLP2001:parse|}, TestSet<House> test) => parse.Concat(test).Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double score) => GateResult.AtMost(score, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: one branch of a tuple is checked, the other is learned
//## share Houses.cs
[Stage]
public (Raw<House> Large, Raw<House> Small) Halves(Raw<House> parse) => (new(parse.Where(house => house.Area > 100)), new(parse.Where(house => house.Area <= 100)));

[Stage]
public Validated<House> CheckLarge(Raw<House> large) => large.Validate();

[Stage]
public PriceModel Learn(Validated<House> checkLarge, Raw<House> small) => PriceModel.Fit(small.Count > checkLarge.Count ? {|MLP2001:small|} : checkLarge);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a dictionary of raw sets
//## share Houses.cs
[Stage]
public Dictionary<string, List<House>> ByRooms(Raw<House> parse) => parse.GroupBy(house => house.Rooms).ToDictionary(group => $"{(int)group.Key}", group => group.ToList(), StringComparer.Ordinal);

[Stage]
public IReadOnlyList<PriceModel> Learn(Dictionary<string, List<House>> byRooms) => [.. byRooms.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => PriceModel.Fit({|MLP2001:pair.Value|}))];

[Stage]
public double Slope(IReadOnlyList<PriceModel> learn) => learn[0].Slope;

//# fault: one stage for each raw group
//## share Houses.cs
[Stage]
public IReadOnlyList<IReadOnlyList<House>> Groups(Raw<House> parse) => [.. parse.GroupBy(house => house.Rooms).OrderBy(group => group.Key).Select(group => group.ToList())];

[Stage, ForEach(nameof(Groups))]
public PriceModel Learn(IReadOnlyList<House> groups) => PriceModel.Fit({|MLP2001:groups|});

[Stage]
public double Slope(IReadOnlyList<PriceModel> learn) => learn[0].Slope;

//# fault: a trainer from the services
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, [FromServices] ITrainer trainer) => trainer.Fit({|MLP2001:parse|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## ITrainer.cs
public interface ITrainer
{
    PriceModel Fit(IReadOnlyList<House> houses);
}

//# fault: a source of the user's own that nobody validates
[Source(Version = nameof(Revision))]
public IReadOnlyList<House> Houses() => [new("a", 30, 2, 100_000)];

private string Revision => "3";

[Stage]
public PriceModel Learn(IReadOnlyList<House> houses) => PriceModel.Fit({|MLP2001:houses|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a file that an earlier stage wrote is read and learned
//## share Houses.cs
[Stage]
public FileArtifact Export(Raw<House> parse, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("houses.txt")))
    {
        foreach (var house in parse)
        {
            writer.WriteLine(house.Id);
        }
    }

    return context.GetFile("houses.txt");
}

[Stage]
public PriceModel Learn(FileArtifact export) => PriceModel.Fit({|MLP2001:[.. export.ReadLines().Select(line => new House(line, line.Length, 1, 1))]|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a bundle holds raw rows, and its own training takes them
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check) => Trainer.Fit({|MLP2001:new Bundle(parse, check)|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainer.cs
public sealed record Bundle(IReadOnlyList<House> All, IReadOnlyList<House> Good);

public static class Trainer
{
    public static PriceModel Fit(Bundle bundle) => new(bundle.All.Average(house => house.Price / house.Area), 0);
}
